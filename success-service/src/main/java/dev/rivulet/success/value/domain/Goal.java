package dev.rivulet.success.value.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** From a baseline to a target, which may lie above or below it. */
public record Goal(BigDecimal baseline, BigDecimal target) {

    public Goal {
        if (baseline.compareTo(target) == 0) {
            throw new IllegalArgumentException("the target is the baseline: " + target);
        }
    }

    /** The part of the way covered, four decimals: 0 at the baseline, 1 at the target, beyond either as it falls. */
    public BigDecimal progress(BigDecimal value) {
        return value.subtract(baseline).divide(target.subtract(baseline), 4, RoundingMode.HALF_UP);
    }

    /** Judged on the exact figures, not on the rounded progress. */
    public Outcome outcome(BigDecimal value) {
        var way = target.subtract(baseline);
        var covered = value.subtract(baseline);
        if (way.signum() < 0) {
            way = way.negate();
            covered = covered.negate();
        }
        if (covered.compareTo(way) >= 0) {
            return Outcome.CONFIRMED;
        }
        return covered.signum() > 0 ? Outcome.PARTLY : Outcome.NOT_ACHIEVED;
    }
}
