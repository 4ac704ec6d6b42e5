package dev.rivulet.subscription.metrics.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * A figure made of two whole numbers, or the reason why there is none.
 *
 * @param value six decimals, HALF_UP; null when the denominator is zero
 * @param reason null when there is a value
 */
public record Ratio(@Nullable BigDecimal value, @Nullable Reason reason) {

    /** Why a figure does not exist. */
    public enum Reason {
        /** Nobody had revenue when the month began, so nothing could be kept or lost. */
        NO_START,
        /** Nothing was lost, so that gains cannot be set against losses. */
        NO_LOSS
    }

    private static final int DECIMALS = 6;

    static Ratio of(long numerator, long denominator, Reason otherwise) {
        return denominator == 0
                ? new Ratio(null, otherwise)
                : new Ratio(
                        BigDecimal.valueOf(numerator)
                                .divide(BigDecimal.valueOf(denominator), DECIMALS, RoundingMode.HALF_UP),
                        null);
    }
}
