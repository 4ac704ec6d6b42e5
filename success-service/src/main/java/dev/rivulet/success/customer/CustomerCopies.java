package dev.rivulet.success.customer;

import dev.rivulet.kit.tenancy.Tenants;
import dev.rivulet.success.timeline.Timeline;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.ZoneId;
import java.util.UUID;

/** Builds the copy of customers from events that come in any order: whichever is first creates the customer. */
@ApplicationScoped
public class CustomerCopies {

    private final CustomerRepository customers;
    private final SubscriptionRepository subscriptions;
    private final Tenants tenants;
    private final Timeline timeline;
    private final Event<CustomerChanged> customerChanges;
    private final Event<CardChanged> cardChanges;
    private final Event<SubscriptionState> subscriptionChanges;
    private final Event<CustomerJoined> joins;

    CustomerCopies(
            CustomerRepository customers,
            SubscriptionRepository subscriptions,
            Tenants tenants,
            Timeline timeline,
            Event<CustomerChanged> customerChanges,
            Event<CardChanged> cardChanges,
            Event<SubscriptionState> subscriptionChanges,
            Event<CustomerJoined> joins) {
        this.customers = customers;
        this.subscriptions = subscriptions;
        this.tenants = tenants;
        this.timeline = timeline;
        this.customerChanges = customerChanges;
        this.cardChanges = cardChanges;
        this.subscriptionChanges = subscriptionChanges;
        this.joins = joins;
    }

    /** Makes sure that there is a row that other tables can refer to. */
    @Transactional
    public void ensure(UUID account) {
        if (customers.ensure(tenants.current(), account)) {
            cardChanges.fire(new CardChanged(account));
        }
    }

    /** A deal near signature whose customer has no account yet: a customer to be, under the deal's id. */
    @Transactional
    public void prospect(UUID deal, String name) {
        ensure(deal);
        var customer = customers.findById(deal);
        customer.prospect = true;
        customer.name = name;
        cardChanges.fire(new CardChanged(deal));
    }

    /** The prospect will not sign, if it ever was one. */
    @Transactional
    public void lose(UUID deal) {
        var prospect = customers.findById(deal);
        if (prospect != null && prospect.prospect) {
            prospect.lost = true;
            cardChanges.fire(new CardChanged(deal));
        }
    }

    /** The prospect has signed, if it ever was one; what is kept under its id moves to the account. */
    @Transactional
    public void join(UUID deal, UUID account) {
        var prospect = customers.findById(deal);
        if (prospect == null || !prospect.prospect || prospect.joinedTo != null) {
            return;
        }
        ensure(account);
        prospect.joinedTo = account;
        customers.flush();
        timeline.move(deal, account);
        joins.fire(new CustomerJoined(deal, account));
        cardChanges.fire(new CardChanged(deal));
        cardChanges.fire(new CardChanged(account));
    }

    @Transactional
    void apply(AccountState account, long version) {
        var zone = ZoneId.of(account.zone()).getId();
        ensure(account.id());
        customers.findById(account.id()).take(account, version, zone);
        cardChanges.fire(new CardChanged(account.id()));
        customerChanges.fire(new CustomerChanged(account.id()));
    }

    /** What an older version says is no news. */
    @Transactional
    void apply(SubscriptionState state, long version) {
        ensure(state.accountId());
        var known = subscriptions.findById(state.id());
        var subscription = known == null ? new Subscription() : known;
        if (version < subscription.toldVersion) {
            return;
        }
        subscription.take(state, version);
        // Written at once, because rows of other features refer to it.
        subscriptions.persistAndFlush(subscription);
        timeline.replace(subscription.accountId, subscription.id, SubscriptionStory.of(subscription));
        subscriptionChanges.fire(state);
        cardChanges.fire(new CardChanged(state.accountId()));
        customerChanges.fire(new CustomerChanged(state.accountId()));
    }
}
