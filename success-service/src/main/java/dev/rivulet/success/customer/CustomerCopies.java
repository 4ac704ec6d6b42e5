package dev.rivulet.success.customer;

import dev.rivulet.kit.clock.TenantClock;
import dev.rivulet.kit.tenancy.Tenants;
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
    private final TenantClock clock;
    private final Event<CustomerChanged> customerChanges;
    private final Event<SubscriptionState> subscriptionChanges;

    CustomerCopies(
            CustomerRepository customers,
            SubscriptionRepository subscriptions,
            Tenants tenants,
            TenantClock clock,
            Event<CustomerChanged> customerChanges,
            Event<SubscriptionState> subscriptionChanges) {
        this.customers = customers;
        this.subscriptions = subscriptions;
        this.tenants = tenants;
        this.clock = clock;
        this.customerChanges = customerChanges;
        this.subscriptionChanges = subscriptionChanges;
    }

    /** Makes sure that there is a row that other tables can refer to. */
    @Transactional
    public void ensure(UUID account) {
        customers.ensure(tenants.current(), account, clock.now());
    }

    @Transactional
    void apply(AccountState account) {
        ensure(account.id());
        var customer = customers.findById(account.id());
        customer.name = account.name();
        customer.zone = ZoneId.of(account.zone()).getId();
        customer.currency = account.currency();
        customerChanges.fire(new CustomerChanged(account.id()));
    }

    @Transactional
    void apply(SubscriptionState state) {
        ensure(state.accountId());
        var known = subscriptions.findById(state.id());
        var subscription = known == null ? new Subscription() : known;
        subscription.id = state.id();
        subscription.accountId = state.accountId();
        subscription.planName = state.planName();
        subscription.seats = state.seats();
        subscription.price = state.price();
        subscription.status = state.status();
        subscription.startDate = state.startDate();
        subscription.endDate = state.endDate();
        // Written at once, because rows of other features refer to it.
        subscriptions.persistAndFlush(subscription);
        subscriptionChanges.fire(state);
        customerChanges.fire(new CustomerChanged(state.accountId()));
    }
}
