package dev.rivulet.success.events;

import java.time.LocalDate;
import java.util.UUID;

/**
 * The customer has taken back what was confirmed of a promise, in words that are not told on; it is to be measured again.
 *
 * @param withdrawn the outcome that no longer counts: CONFIRMED, PARTLY or NOT_ACHIEVED
 * @param contestedOn local to the customer
 */
public record PromiseContested(
        UUID promiseId,
        UUID accountId,
        UUID subscriptionId,
        UUID propositionId,
        long propositionVersion,
        String withdrawn,
        LocalDate contestedOn) {}
