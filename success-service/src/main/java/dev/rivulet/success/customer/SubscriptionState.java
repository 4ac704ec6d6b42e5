package dev.rivulet.success.customer;

import dev.rivulet.kit.money.Money;
import dev.rivulet.success.customer.domain.Term;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What this service reads of {@code dev.rivulet.subscription.subscription.changed.v1}; also announced inside the
 * service, in the transaction that applies it.
 *
 * @param price of a whole period, without what is metered
 */
public record SubscriptionState(
        UUID id,
        UUID accountId,
        @Nullable UUID productId,
        @Nullable UUID planId,
        String planName,
        @Nullable Integer planVersion,
        Money price,
        @Nullable String period,
        @Nullable UUID propositionId,
        long propositionVersion,
        @Nullable Benefit benefit,
        int seats,
        String status,
        @Nullable String phase,
        @Nullable UUID baseId,
        @Nullable UUID segmentId,
        LocalDate startDate,
        @Nullable LocalDate endDate,
        @Nullable Anchor anchor,
        @Nullable List<Term> history) {

    static final String TYPE = "dev.rivulet.subscription.subscription.changed.v1";

    /** The benefit promised when the subscription was signed. */
    public record Benefit(String metric, String unit, BigDecimal baseline, BigDecimal target, int withinDays) {}

    /**
     * Where periods begin.
     *
     * @param day the day of month asked for; a shorter month begins its period on its last day
     */
    public record Anchor(LocalDate first, int day) {}

    /** SCHEDULED, TRIAL, RUNNING, PAUSED or ENDED; an older producer tells the status only. */
    public String phaseOrStatus() {
        if (phase != null) {
            return phase;
        }
        return status.equals(Subscription.CANCELLED) ? "ENDED" : "RUNNING";
    }

    List<Term> historyOrNow() {
        return history == null || history.isEmpty()
                ? List.of(new Term(startDate, planName, seats, "RUNNING"))
                : history;
    }
}
