package dev.rivulet.subscription.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rivulet.kit.money.Money;
import dev.rivulet.kit.outbox.EventType;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A subscription as it stands now.
 *
 * @param price what the terms that hold now cost for a whole period with these seats, without metered components
 * @param phase SCHEDULED, TRIAL, RUNNING, PAUSED or ENDED
 * @param baseId the subscription that this one is an add-on of
 * @param segmentId the proposition's segment; absent where it was not known at signing
 * @param partnerId through whom it was sold; absent for a sale of one's own
 * @param benefit what the proposition promised at signing
 * @param startDate first day, in the account's zone
 * @param endDate first day no longer covered; set as soon as the end is decided
 * @param anchor where the periods of the terms that hold now begin
 * @param suspendedOn since when it is not served, because its payer is in arrears; absent while it is served
 * @param history the terms up to now, in the order of their days
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SubscriptionChanged(
        UUID id,
        UUID accountId,
        UUID productId,
        UUID planId,
        String planName,
        int planVersion,
        Money price,
        String period,
        UUID propositionId,
        int propositionVersion,
        @Nullable Benefit benefit,
        int seats,
        String status,
        String phase,
        @Nullable UUID baseId,
        LocalDate startDate,
        @Nullable LocalDate endDate,
        Anchor anchor,
        @Nullable LocalDate suspendedOn,
        @Nullable UUID segmentId,
        @Nullable UUID partnerId,
        List<Term> history) {

    public static final EventType TYPE =
            new EventType("subscription.subscription.state.v1", "dev.rivulet.subscription.subscription.changed.v1");

    /**
     * What held from a day on, until the next.
     *
     * @param from in the account's zone
     * @param mode TRIAL, RUNNING or PAUSED
     */
    public record Term(LocalDate from, UUID planId, String planName, int planVersion, int seats, String mode) {}

    /**
     * Every period is reckoned from here, so that one of the 31st finds back to it after a shorter month.
     *
     * @param first the beginning of one period, in the account's zone; the others lie whole periods before and after it
     * @param day the day of month asked for; a shorter month begins its period on its last day
     */
    public record Anchor(LocalDate first, int day) {}

    /** From baseline to target within so many days of the start; decimal numbers as text. */
    public record Benefit(String metric, String unit, String baseline, String target, int withinDays) {}
}
