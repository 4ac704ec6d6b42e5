package dev.rivulet.success.value;

import dev.rivulet.success.value.domain.PromiseStatus;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a promise has come out so far.
 *
 * @param status CONFIRMED, PARTLY, NOT_ACHIEVED or OVERDUE
 * @param achieved the part of the way covered, four decimals, 1 at the target; null for what was never measured
 * @param on the day of the customer's word, or of a promise without it the day it was due; local to the customer
 */
public record PromiseOutcome(
        UUID promiseId, PromiseStatus status, @Nullable BigDecimal achieved, LocalDate on) {

    static PromiseOutcome of(Promise promise) {
        var measured = promise.measured;
        return new PromiseOutcome(
                promise.id,
                promise.status,
                measured == null ? null : promise.goal().progress(measured),
                promise.confirmedOn == null ? promise.dueOn : promise.confirmedOn);
    }
}
