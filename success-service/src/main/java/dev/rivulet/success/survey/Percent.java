package dev.rivulet.success.survey;

import dev.rivulet.success.figure.domain.Share;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** How shares and means are shown: two decimals. */
final class Percent {

    private static final int HUNDRED = 100;
    private static final int DECIMALS = 2;

    private Percent() {}

    /** The share itself, of whole numbers: divided once and rounded once, so that 23 of 160 are 14.38. */
    static BigDecimal of(Share share) {
        return BigDecimal.valueOf(share.hits())
                .multiply(BigDecimal.valueOf(HUNDRED))
                .divide(BigDecimal.valueOf(share.of()), DECIMALS, RoundingMode.HALF_UP);
    }

    /** An end of its interval. */
    static BigDecimal bound(double share) {
        return rounded(share * HUNDRED);
    }

    static BigDecimal rounded(double value) {
        return BigDecimal.valueOf(value).setScale(DECIMALS, RoundingMode.HALF_UP);
    }
}
