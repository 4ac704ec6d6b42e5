package dev.rivulet.subscription.metrics.domain;

import dev.rivulet.kit.money.Money;

/**
 * What a recurring price is worth a month. A year has twelve months, 52 weeks and 365 days, whatever the calendar says,
 * so that the same price is the same revenue in every month. Rounded HALF_UP, once.
 */
public final class Monthly {

    /** The unit of a billing interval. */
    public enum Unit {
        DAY(365, 12),
        WEEK(52, 12),
        MONTH(1, 1),
        QUARTER(1, 3),
        HALF_YEAR(1, 6),
        YEAR(1, 12);

        private final long part;
        private final long whole;

        Unit(long part, long whole) {
            this.part = part;
            this.whole = whole;
        }
    }

    private Monthly() {}

    /** A price for every interval of so many units: 30.00 for 2 weeks is 30.00 × 52 / 12 / 2 a month. */
    public static Money of(Money price, Unit unit, int count) {
        if (count < 1) {
            throw new IllegalArgumentException("an interval of " + count + " units");
        }
        return price.fraction(unit.part, Math.multiplyExact(unit.whole, count));
    }
}
