package dev.rivulet.kit.price;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A price book.
 *
 * @param parentId the book it takes prices from where it has none of its own; null for none
 * @param changes its percentages over the parent's prices, by first day; with percentages but no parent it takes the
 *     list's prices
 */
public record Book(UUID id, String key, @Nullable UUID parentId, Audience audience, List<Change> changes) {

    /**
     * A percentage from a day on.
     *
     * @param from null for all days before the first change
     * @param percent -10 for a tenth off
     */
    public record Change(@Nullable LocalDate from, BigDecimal percent) {}

    public Book {
        changes = List.copyOf(changes);
    }

    /** Whether it takes prices from elsewhere at all. */
    boolean inherits() {
        return parentId != null || !changes.isEmpty();
    }

    /** The percentage of the day: that of the latest change which has come. */
    BigDecimal percentOn(LocalDate date) {
        var percent = BigDecimal.ZERO;
        LocalDate latest = null;
        for (var change : changes) {
            var from = change.from();
            if (from == null ? latest == null : !from.isAfter(date) && (latest == null || from.isAfter(latest))) {
                percent = change.percent();
                latest = from;
            }
        }
        return percent;
    }
}
