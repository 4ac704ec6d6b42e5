package dev.rivulet.subscription.lifecycle;

import dev.rivulet.kit.clock.TenantClock;
import dev.rivulet.kit.outbox.Outbox;
import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.subscription.account.Accounts;
import dev.rivulet.subscription.account.Accounts.Payer;
import dev.rivulet.subscription.billing.Billing;
import dev.rivulet.subscription.billing.BillingTerms;
import dev.rivulet.subscription.billing.domain.InvoiceDraft.PinnedPlan;
import dev.rivulet.subscription.events.SubscriptionChanged;
import dev.rivulet.subscription.offer.Offers;
import dev.rivulet.subscription.offer.Offers.Plan;
import dev.rivulet.subscription.offer.Offers.Proposition;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;

/** Signs subscriptions: pins plan and promise, and issues the first invoice in the same transaction. */
@ApplicationScoped
class Subscribing {

    private static final int MONTHS_BACK = 36;
    private static final int MONTHS_AHEAD = 12;

    private final SubscriptionRepository subscriptions;
    private final Accounts accounts;
    private final Offers offers;
    private final Billing billing;
    private final Outbox outbox;
    private final TenantClock clock;

    Subscribing(
            SubscriptionRepository subscriptions,
            Accounts accounts,
            Offers offers,
            Billing billing,
            Outbox outbox,
            TenantClock clock) {
        this.subscriptions = subscriptions;
        this.accounts = accounts;
        this.offers = offers;
        this.billing = billing;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Transactional
    SubscriptionView subscribe(SubscriptionRequest request) {
        var payer = accounts.payer(request.accountId())
                .orElseThrow(() -> Rejected.unprocessable("account-unknown", "/accountId", request.accountId()));
        var plan = offers.plan(request.planId())
                .orElseThrow(() -> Rejected.unprocessable("plan-not-published", "/planId", request.planId()));
        var proposition = offers.proposition(request.propositionId())
                .orElseThrow(() ->
                        Rejected.unprocessable("proposition-not-approved", "/propositionId", request.propositionId()));
        if (!proposition.productId().equals(plan.productId())) {
            throw Rejected.unprocessable("proposition-of-another-product", "/propositionId");
        }
        if (!plan.price().currency().equals(payer.currency())) {
            throw Rejected.unprocessable(
                    "currency-mismatch", "/planId", plan.price().currency(), payer.currency());
        }
        var subscription = pinned(payer, plan, proposition);
        subscription.seats = request.seats();
        subscription.startDate = startDate(request, payer);
        subscriptions.persistAndFlush(subscription);
        outbox.publish(SubscriptionChanged.TYPE, subscription.id, subscription.version, subscription.asChanged());
        billing.start(new BillingTerms(
                subscription.id,
                payer.id(),
                payer.zone(),
                new PinnedPlan(plan.id(), plan.name(), plan.version(), plan.price()),
                subscription.startDate,
                plan.trialDays()));
        return SubscriptionView.of(subscription);
    }

    private Subscription pinned(Payer payer, Plan plan, Proposition proposition) {
        var subscription = new Subscription();
        subscription.accountId = payer.id();
        subscription.productId = plan.productId();
        subscription.planId = plan.id();
        subscription.planName = plan.name();
        subscription.planVersion = plan.version();
        subscription.price = plan.price();
        subscription.period = plan.period();
        subscription.propositionId = proposition.id();
        subscription.propositionVersion = proposition.version();
        subscription.benefit = proposition.benefit();
        subscription.createdAt = clock.now();
        return subscription;
    }

    private LocalDate startDate(SubscriptionRequest request, Payer payer) {
        var today = clock.today(payer.zone());
        var start = request.startDate() == null ? today : request.startDate();
        var earliest = today.minusMonths(MONTHS_BACK);
        var latest = today.plusMonths(MONTHS_AHEAD);
        if (start.isBefore(earliest) || start.isAfter(latest)) {
            throw Rejected.unprocessable("start-date-range", "/startDate", earliest, latest);
        }
        return start;
    }
}
