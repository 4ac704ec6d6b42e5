package dev.rivulet.success.score.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A straight line from 0 at the worst to 100 at the best, bounded by both; inverted where less is better and so the
 * best is below the worst.
 *
 * @param worst the value, and beyond it any, that earns nothing
 * @param best the value, and beyond it any, that earns all
 */
public record LinearScale(BigDecimal worst, BigDecimal best) implements Scale {

    public LinearScale {
        if (worst.compareTo(best) == 0) {
            throw new IllegalArgumentException("worst and best are the same: " + worst);
        }
    }

    @Override
    public BigDecimal value(BigDecimal raw) {
        return FULL.multiply(raw.subtract(worst))
                .divide(best.subtract(worst), DECIMALS, RoundingMode.HALF_UP)
                .max(BigDecimal.ZERO)
                .min(FULL)
                .setScale(DECIMALS);
    }
}
