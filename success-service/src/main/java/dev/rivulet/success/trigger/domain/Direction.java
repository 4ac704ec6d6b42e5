package dev.rivulet.success.trigger.domain;

import java.math.BigDecimal;

/** On which side of its bound a value is bad. */
public enum Direction {
    /** Below the bound; at it, it is good. */
    BELOW,
    /** At the bound or above it. */
    ABOVE;

    boolean isBad(BigDecimal value, BigDecimal bound) {
        return switch (this) {
            case BELOW -> value.compareTo(bound) < 0;
            case ABOVE -> value.compareTo(bound) >= 0;
        };
    }

    /** By how much a value is worse than another; negative when it is better. */
    BigDecimal worseBy(BigDecimal value, BigDecimal than) {
        return this == BELOW ? than.subtract(value) : value.subtract(than);
    }

    /** Whether a bound to recover to leaves no gap in which a value would be bad and recovered at once. */
    public boolean isBeyond(BigDecimal rearm, BigDecimal bound) {
        return worseBy(rearm, bound).signum() <= 0;
    }
}
