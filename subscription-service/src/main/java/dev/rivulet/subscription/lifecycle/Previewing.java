package dev.rivulet.subscription.lifecycle;

import dev.rivulet.kit.clock.TenantClock;
import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.subscription.account.Accounts;
import dev.rivulet.subscription.billing.Billing;
import dev.rivulet.subscription.billing.Outcomes;
import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.hibernate.id.uuid.UuidVersion7Strategy;

/** Shows what would come of a decision, or of the coming months, by letting it happen and taking it back. */
@Singleton
class Previewing {

    private final Rehearsal rehearsal;
    private final Accounts accounts;
    private final Billing billing;
    private final Outcomes outcomes;
    private final TenantClock clock;

    Previewing(Rehearsal rehearsal, Accounts accounts, Billing billing, Outcomes outcomes, TenantClock clock) {
        this.rehearsal = rehearsal;
        this.accounts = accounts;
        this.billing = billing;
        this.outcomes = outcomes;
        this.clock = clock;
    }

    Preview of(Supplier<SubscriptionView> decision) {
        return rehearsal.of(() -> {
            var marker = UuidVersion7Strategy.INSTANCE.generateUuid(null);
            var subscription = decision.get();
            var payers = new HashSet<>(outcomes.payersOf(subscription.id()));
            payers.add(payer(subscription.accountId()));
            return new Preview(
                    subscription,
                    outcomes.invoices(payers, marker),
                    outcomes.creditNotes(payers, marker),
                    outcomes.pending(payers, marker));
        });
    }

    /** What an account's payer is going to be invoiced, if nothing is decided meanwhile. */
    Forecast forecast(UUID account, int months) {
        return rehearsal.of(() -> {
            var found = accounts.payer(account).orElseThrow(() -> Rejected.notFound("account", account));
            var marker = UuidVersion7Strategy.INSTANCE.generateUuid(null);
            var until = clock.today(found.zone()).plusMonths(months);
            billing.lock(found.payerId());
            billing.foresee(found.payerId(), until.atStartOfDay(found.zone()).toInstant());
            var payer = Set.of(found.payerId());
            return new Forecast(until, outcomes.invoices(payer, marker), outcomes.pending(payer, marker));
        });
    }

    private UUID payer(UUID account) {
        return accounts.payer(account)
                .orElseThrow(() -> Rejected.notFound("account", account))
                .payerId();
    }
}
