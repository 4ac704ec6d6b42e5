package dev.rivulet.success.value.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** From a baseline to a target, which may lie above or below it. */
public record Goal(BigDecimal baseline, BigDecimal target) {

    private static final int DECIMALS = 4;

    public Goal {
        if (baseline.compareTo(target) == 0) {
            throw new IllegalArgumentException("the target is the baseline: " + target);
        }
    }

    /**
     * The part of the way covered, four decimals: 0 at the baseline and only there, 1 at the target and only there,
     * beyond either as it falls.
     */
    public BigDecimal progress(BigDecimal value) {
        var way = target.subtract(baseline);
        var covered = value.subtract(baseline);
        var nearest = covered.divide(way, DECIMALS, RoundingMode.HALF_UP);
        if (!isEnd(nearest)) {
            return nearest;
        }
        // The sign of what the rounding has left out.
        var left = covered.subtract(nearest.multiply(way)).signum() * way.signum();
        return nearest.add(BigDecimal.valueOf(left, DECIMALS));
    }

    private static boolean isEnd(BigDecimal progress) {
        return progress.signum() == 0 || progress.compareTo(BigDecimal.ONE) == 0;
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
