package dev.rivulet.subscription.lifecycle;

import dev.rivulet.subscription.account.Accounts;
import dev.rivulet.subscription.dunning.AccountResumed;
import dev.rivulet.subscription.dunning.AccountSuspended;
import dev.rivulet.subscription.lifecycle.Amendments.Held;
import dev.rivulet.subscription.lifecycle.SubscriptionChange.Kind;
import dev.rivulet.subscription.rating.domain.Mode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Stops serving the subscriptions of who is in arrears, and serves them again. They are charged meanwhile unless the
 * policy says otherwise: then they rest, which gives back what was charged in advance.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class Suspending {

    private final Amendments amendments;
    private final SubscriptionRepository subscriptions;
    private final Accounts accounts;
    private final Showing showing;

    Suspending(Amendments amendments, SubscriptionRepository subscriptions, Accounts accounts, Showing showing) {
        this.amendments = amendments;
        this.subscriptions = subscriptions;
        this.accounts = accounts;
        this.showing = showing;
    }

    void onSuspended(@Observes AccountSuspended suspended) {
        for (var id : subscriptions.ongoing(accounts.paidBy(suspended.payerId()))) {
            suspend(id, suspended);
        }
    }

    private void suspend(UUID id, AccountSuspended because) {
        var held = amendments.hold(id);
        var subscription = held.subscription();
        if (subscription.suspendedOn != null || subscription.status != SubscriptionStatus.ACTIVE) {
            return;
        }
        subscription.suspendedOn = because.on();
        var resting = held.timeline().pausedFrom(day(held));
        if (because.billingStops() && !resting.equals(held.timeline())) {
            subscription.suspendedBilling = true;
            amendments.apply(held, Kind.PAUSE, day(held), resting, "rests: its payer is in arrears");
        } else {
            tell(held);
        }
    }

    void onResumed(@Observes AccountResumed resumed) {
        for (var id : subscriptions.ongoing(accounts.paidBy(resumed.payerId()))) {
            resume(id);
        }
    }

    private void resume(UUID id) {
        var held = amendments.hold(id);
        var subscription = held.subscription();
        if (subscription.suspendedOn == null) {
            return;
        }
        var rested = subscription.suspendedBilling;
        subscription.suspendedOn = null;
        subscription.suspendedBilling = false;
        if (rested && held.lasts(day(held)) && held.term().mode() == Mode.PAUSED) {
            var going = held.timeline().resumedFrom(day(held));
            amendments.apply(held, Kind.RESUMPTION, day(held), going, "goes on: its payer has settled");
        } else {
            tell(held);
        }
    }

    /** Today, or the first day of what is still to begin. */
    private static LocalDate day(Held held) {
        var start = held.timeline().start();
        return held.today().isBefore(start) ? start : held.today();
    }

    private void tell(Held held) {
        var subscription = held.subscription();
        subscription.decisions++;
        subscriptions.flush();
        showing.publish(subscription, held.timeline(), held.today());
    }
}
