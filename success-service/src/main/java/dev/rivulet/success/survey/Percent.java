package dev.rivulet.success.survey;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** How shares and means are shown: two decimals. */
final class Percent {

    private static final int HUNDRED = 100;
    private static final int DECIMALS = 2;

    private Percent() {}

    static BigDecimal of(double share) {
        return rounded(share * HUNDRED);
    }

    static BigDecimal rounded(double value) {
        return BigDecimal.valueOf(value).setScale(DECIMALS, RoundingMode.HALF_UP);
    }
}
