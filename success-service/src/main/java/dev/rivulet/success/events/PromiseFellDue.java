package dev.rivulet.success.events;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A promise's day has gone by without the customer's word; figures are decimal texts in the promise's unit.
 *
 * @param measured the latest measurement that nobody disputes, if there is one
 * @param dueOn the last day it could be kept on, local to the customer
 */
public record PromiseFellDue(
        UUID promiseId,
        UUID accountId,
        UUID subscriptionId,
        UUID propositionId,
        long propositionVersion,
        String metric,
        String unit,
        String baseline,
        String target,
        @Nullable String measured,
        LocalDate dueOn) {}
