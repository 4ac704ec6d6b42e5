package dev.rivulet.subscription.usage;

import dev.rivulet.subscription.usage.domain.Aggregation;
import java.time.LocalDate;
import java.util.UUID;

/**
 * What is to be known of an account's usage.
 *
 * @param from the first local day, from its midnight in the account's zone on
 * @param toExclusive the first local day that does not belong to it
 */
public record Question(UUID accountId, String metric, Aggregation aggregation, LocalDate from, LocalDate toExclusive) {

    public Question {
        if (toExclusive.isBefore(from)) {
            throw new IllegalArgumentException("usage from " + from + " to " + toExclusive);
        }
    }
}
