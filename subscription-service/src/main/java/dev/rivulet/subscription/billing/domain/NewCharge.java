package dev.rivulet.subscription.billing.domain;

import dev.rivulet.kit.money.Money;
import dev.rivulet.subscription.rating.domain.Period;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A charge that no invoice has taken yet.
 *
 * @param cause the change that made the terms it is rated by
 * @param creditOf the charge whose unused days it gives back
 * @param used the days charged for
 * @param full the whole anchored period they are a part of
 * @param quantity seats, units, or one
 * @param fullAmount what the full period would cost, unrounded
 * @param amount negative for a credit; contains the tax where its rate is inclusive
 * @param taxCode its own, which goes before every rule
 * @param explanation how it was reckoned, as JSON
 * @param dueOn the day from which it may be invoiced
 * @param carriedSince the first day on which it was left for later because it was too small to collect
 * @param stored whether it is in the ledger of charges already
 */
public record NewCharge(
        UUID id,
        UUID payerId,
        UUID accountId,
        @Nullable UUID subscriptionId,
        String component,
        String reason,
        UUID cause,
        @Nullable UUID creditOf,
        Period used,
        Period full,
        BigDecimal quantity,
        BigDecimal fullAmount,
        Money amount,
        @Nullable UUID planId,
        @Nullable Integer planVersion,
        String description,
        @Nullable String taxCode,
        String explanation,
        LocalDate dueOn,
        @Nullable LocalDate carriedSince,
        boolean stored) {

    /** The same by another change. */
    public NewCharge causedBy(UUID change) {
        return with(change, dueOn);
    }

    /** The same for another payer. */
    public NewCharge payedBy(UUID payer) {
        return with(payer, cause, dueOn, explanation);
    }

    /** The same, due on a day at the latest. */
    public NewCharge dueBy(LocalDate day) {
        return dueOn.isAfter(day) ? with(cause, day) : this;
    }

    /** The same, due on another day. */
    public NewCharge putTo(LocalDate day) {
        return with(cause, day);
    }

    /** The same, explained otherwise. */
    public NewCharge explainedBy(String text) {
        return with(payerId, cause, dueOn, text);
    }

    private NewCharge with(UUID newCause, LocalDate newDueOn) {
        return with(payerId, newCause, newDueOn, explanation);
    }

    private NewCharge with(UUID newPayer, UUID newCause, LocalDate newDueOn, String newExplanation) {
        return new NewCharge(
                id,
                newPayer,
                accountId,
                subscriptionId,
                component,
                reason,
                newCause,
                creditOf,
                used,
                full,
                quantity,
                fullAmount,
                amount,
                planId,
                planVersion,
                description,
                taxCode,
                newExplanation,
                newDueOn,
                carriedSince,
                stored);
    }
}
