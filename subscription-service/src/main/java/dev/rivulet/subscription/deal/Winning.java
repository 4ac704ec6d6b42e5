package dev.rivulet.subscription.deal;

import dev.rivulet.kit.clock.TenantClock;
import dev.rivulet.subscription.account.AccountRequest;
import dev.rivulet.subscription.account.Accounts;
import dev.rivulet.subscription.deal.DealSubscriptions.Sold;
import dev.rivulet.subscription.lifecycle.Quoted;
import dev.rivulet.subscription.lifecycle.Subscribing;
import dev.rivulet.subscription.lifecycle.SubscriptionRequest;
import dev.rivulet.subscription.lifecycle.SubscriptionView;
import dev.rivulet.subscription.offer.Offers.Proposition;
import dev.rivulet.subscription.partner.Partners;
import dev.rivulet.subscription.registration.Registrations;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** Makes a customer of whoever signs: account, subscriptions, and what the partner is owed for it later. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class Winning {

    private final Accounts accounts;
    private final Partners partners;
    private final Subscribing subscribing;
    private final Registrations registrations;
    private final DealSubscriptions sold;
    private final TenantClock clock;

    Winning(
            Accounts accounts,
            Partners partners,
            Subscribing subscribing,
            Registrations registrations,
            DealSubscriptions sold,
            TenantClock clock) {
        this.accounts = accounts;
        this.partners = partners;
        this.subscribing = subscribing;
        this.registrations = registrations;
        this.sold = sold;
        this.clock = clock;
    }

    /** The new subscriptions, in the order of the lines quoted. */
    List<UUID> win(Deal deal, Quote accepted) {
        if (deal.accountId == null) {
            deal.accountId = openAccount(deal);
        }
        var subscriptions = new ArrayList<UUID>();
        for (var line : accepted.lines) {
            var subscription = sign(deal, line);
            subscriptions.add(subscription.id());
            sold.add(
                    new Sold(
                            subscription.id(),
                            deal.id,
                            deal.accountId,
                            deal.customerName,
                            deal.productId,
                            deal.partnerId,
                            subscription.startDate()),
                    subscriptions.size(),
                    clock.now());
        }
        if (deal.registrationId != null) {
            registrations.convert(deal.registrationId);
        }
        return List.copyOf(subscriptions);
    }

    private UUID openAccount(Deal deal) {
        return accounts.open(AccountRequest.of(
                        deal.customerName,
                        Objects.requireNonNull(deal.prospectZone),
                        deal.expected.currency().getCurrencyCode(),
                        deal.prospectEmail))
                .id();
    }

    /** Plan and promise as they were quoted and chosen, whatever the catalog says by now. */
    private SubscriptionView sign(Deal deal, QuotedLine line) {
        var propositionId = Objects.requireNonNull(deal.propositionId);
        return subscribing.subscribe(
                new SubscriptionRequest(
                        Objects.requireNonNull(deal.accountId),
                        line.planId(),
                        propositionId,
                        line.seats(),
                        line.startsOn(),
                        null,
                        null,
                        deal.channel(),
                        partners.tier(deal.partnerId)),
                new Quoted(
                        line.pinned(),
                        new Proposition(
                                propositionId,
                                deal.productId,
                                deal.segmentId,
                                Objects.requireNonNull(deal.propositionVersion),
                                deal.benefit),
                        deal.partnerId));
    }
}
