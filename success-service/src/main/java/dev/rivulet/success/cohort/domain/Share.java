package dev.rivulet.success.cohort.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** A part of a whole, both customers or both minor units. */
public record Share(long part, long whole) {

    private static final int DECIMALS = 6;

    /** Six decimals, HALF_UP; null where there is no whole. */
    public @Nullable BigDecimal value() {
        return whole == 0
                ? null
                : BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), DECIMALS, RoundingMode.HALF_UP);
    }
}
