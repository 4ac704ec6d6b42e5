package dev.rivulet.kit.price;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A price as it was recorded, without its arithmetic.
 *
 * @param revision counted from 0
 * @param ofPlan whether it is the plan's own list price
 * @param bookId null for the list: the plan's own price, and prices in no book
 * @param component what of the plan it pays for, {@code base} or a name such as {@code seat}
 * @param metric what it counts; null for the quantity bought
 * @param validFrom its first day; null when it has been valid for ever
 * @param validTo the day after its last; null when it has none
 * @param minimum the least quantity it holds for, or null
 * @param maximum the most, or null
 */
public record Offer(
        UUID id,
        int revision,
        boolean ofPlan,
        @Nullable UUID bookId,
        String component,
        @Nullable String metric,
        String currency,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo,
        @Nullable BigDecimal minimum,
        @Nullable BigDecimal maximum) {

    /** Adds why it does not hold for this, whoever the buyer is; nothing when it does. */
    void misses(Question question, Set<Lost> misses) {
        if (!currency.equals(question.currency())) {
            misses.add(Lost.OTHER_CURRENCY);
        }
        if (validFrom != null && question.date().isBefore(validFrom)) {
            misses.add(Lost.NOT_YET_VALID);
        }
        if (validTo != null && !question.date().isBefore(validTo)) {
            misses.add(Lost.NO_LONGER_VALID);
        }
        var quantity = question.measured(metric);
        if (minimum != null && quantity.compareTo(minimum) < 0) {
            misses.add(Lost.QUANTITY_TOO_SMALL);
        }
        if (maximum != null && quantity.compareTo(maximum) > 0) {
            misses.add(Lost.QUANTITY_TOO_LARGE);
        }
    }
}
