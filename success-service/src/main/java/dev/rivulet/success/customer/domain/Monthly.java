package dev.rivulet.success.customer.domain;

import dev.rivulet.kit.money.Money;
import java.util.Optional;

/**
 * What a recurring price is worth a month, by the rule of the subscription service's revenue ledger: a year has twelve
 * months, 52 weeks and 365 days. Rounded HALF_UP to the minor unit, once.
 */
public final class Monthly {

    private enum Unit {
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

    /** The price of a period for a month; empty for a period nobody here has heard of. */
    public static Optional<Money> of(Money price, String period) {
        for (var unit : Unit.values()) {
            if (unit.name().equals(period)) {
                return Optional.of(price.fraction(unit.part, unit.whole));
            }
        }
        return Optional.empty();
    }
}
