package dev.rivulet.success.score.domain;

import java.math.BigDecimal;

/**
 * Where the bands of a score begin.
 *
 * @param healthyFrom a score of this and above is healthy
 * @param criticalBelow a score below this is critical; what lies between is at risk
 */
public record Thresholds(BigDecimal healthyFrom, BigDecimal criticalBelow) {

    public Thresholds {
        if (healthyFrom.compareTo(criticalBelow) < 0) {
            throw new IllegalArgumentException(healthyFrom + " is below " + criticalBelow);
        }
    }

    public ScoreBand band(BigDecimal score) {
        if (score.compareTo(criticalBelow) < 0) {
            return ScoreBand.CRITICAL;
        }
        return score.compareTo(healthyFrom) < 0 ? ScoreBand.AT_RISK : ScoreBand.HEALTHY;
    }
}
