package dev.rivulet.success.trigger.domain;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * How often a rule was right, of the alarms that were judged, with Wilson's interval of 95 %.
 *
 * @param share four decimals; null while too few were judged to tell
 * @param low four decimals; null when none was judged
 * @param high four decimals; null when none was judged
 */
public record Precision(
        @Nullable BigDecimal share,
        @Nullable BigDecimal low,
        @Nullable BigDecimal high) {

    /** Fewer judged alarms tell nothing. */
    public static final int MINIMUM = 10;

    private static final BigDecimal Z = new BigDecimal("1.959964");
    private static final BigDecimal Z2 = Z.multiply(Z);
    private static final MathContext EXACT = MathContext.DECIMAL64;

    public static Precision of(long right, long wrong) {
        var judged = right + wrong;
        if (judged == 0) {
            return new Precision(null, null, null);
        }
        var n = BigDecimal.valueOf(judged);
        var p = BigDecimal.valueOf(right).divide(n, EXACT);
        var spread = p.multiply(BigDecimal.ONE.subtract(p))
                .divide(n, EXACT)
                .add(Z2.divide(n.multiply(n).multiply(BigDecimal.valueOf(4)), EXACT))
                .sqrt(EXACT)
                .multiply(Z);
        var middle = p.add(Z2.divide(n.multiply(BigDecimal.TWO), EXACT));
        var divisor = BigDecimal.ONE.add(Z2.divide(n, EXACT));
        return new Precision(
                judged < MINIMUM ? null : shown(p),
                shown(middle.subtract(spread).divide(divisor, EXACT).max(BigDecimal.ZERO)),
                shown(middle.add(spread).divide(divisor, EXACT).min(BigDecimal.ONE)));
    }

    private static BigDecimal shown(BigDecimal share) {
        return share.setScale(4, RoundingMode.HALF_UP);
    }
}
