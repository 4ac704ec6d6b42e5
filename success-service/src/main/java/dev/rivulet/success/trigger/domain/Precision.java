package dev.rivulet.success.trigger.domain;

import dev.rivulet.success.figure.domain.Share;
import java.math.BigDecimal;
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

    public static Precision of(long right, long wrong) {
        var share = new Share(right, right + wrong);
        if (share.isEmpty()) {
            return new Precision(null, null, null);
        }
        return new Precision(
                share.of() < MINIMUM ? null : shown(share.value()), shown(share.low()), shown(share.high()));
    }

    private static BigDecimal shown(double share) {
        return BigDecimal.valueOf(share).setScale(4, RoundingMode.HALF_UP);
    }
}
