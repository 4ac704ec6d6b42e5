package dev.rivulet.success.events;

import java.time.LocalDate;
import java.util.UUID;

/**
 * The customer has said how a promise came out, and not who said so: people are no part of facts; figures are decimal texts in the promise's unit.
 *
 * @param outcome CONFIRMED, PARTLY or NOT_ACHIEVED
 * @param confirmedOn local to the customer
 */
public record PromiseConfirmed(
        UUID promiseId,
        UUID accountId,
        UUID subscriptionId,
        UUID propositionId,
        long propositionVersion,
        String metric,
        String unit,
        String baseline,
        String target,
        String measured,
        String outcome,
        LocalDate confirmedOn) {}
