package dev.rivulet.subscription.usage.domain;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;

/**
 * What usage of one metric on one day comes to. Adding up does not depend on the order: of two quantities that occurred
 * at the same instant the event with the greater key is the last.
 */
public record DayTotal(
        BigDecimal quantity, long events, BigDecimal largest, BigDecimal last, Instant lastAt, UUID lastKey) {

    /** PostgreSQL's order of UUIDs, so that both agree on which is the last. */
    private static final Comparator<DayTotal> ORDER = Comparator.comparing(DayTotal::lastAt)
            .thenComparing((one, other) -> {
                var high = Long.compareUnsigned(
                        one.lastKey.getMostSignificantBits(), other.lastKey.getMostSignificantBits());
                return high != 0
                        ? high
                        : Long.compareUnsigned(
                                one.lastKey.getLeastSignificantBits(), other.lastKey.getLeastSignificantBits());
            });

    public static DayTotal of(BigDecimal quantity, Instant occurredAt, UUID key) {
        return new DayTotal(quantity, 1, quantity, quantity, occurredAt, key);
    }

    public DayTotal plus(DayTotal other) {
        var later = ORDER.compare(this, other) >= 0 ? this : other;
        return new DayTotal(
                quantity.add(other.quantity),
                events + other.events,
                largest.max(other.largest),
                later.last,
                later.lastAt,
                later.lastKey);
    }
}
