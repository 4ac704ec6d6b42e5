package dev.rivulet.success.renewal.domain;

import java.math.BigDecimal;

/**
 * Where {@link RiskPolicy} draws its lines.
 *
 * @param scoreFall points the score must have fallen to speak against a renewal
 * @param steepScoreFall points that are grave
 * @param enoughUse share of the expected use of seats that speaks for a renewal; less speaks against it
 * @param littleUse share below which it is grave
 * @param unpaidDays days an invoice must be overdue to be grave; fewer speak against a renewal
 * @param silentDays days since the sponsor was met that speak against a renewal
 * @param manyReasons so many that speak against it make the risk high
 * @param goodReasons so many that speak for it make the risk low
 */
public record RiskThresholds(
        BigDecimal scoreFall,
        BigDecimal steepScoreFall,
        BigDecimal enoughUse,
        BigDecimal littleUse,
        int unpaidDays,
        int silentDays,
        int manyReasons,
        int goodReasons) {

    /** Of a tenant that has not decided otherwise. */
    public static final RiskThresholds USUAL = new RiskThresholds(
            BigDecimal.TEN, BigDecimal.valueOf(25), new BigDecimal("0.8"), new BigDecimal("0.5"), 30, 60, 3, 2);

    public RiskThresholds {
        if (steepScoreFall.compareTo(scoreFall) < 0 || littleUse.compareTo(enoughUse) > 0) {
            throw new IllegalArgumentException("what is grave must be worse than what speaks against: " + scoreFall
                    + ", " + steepScoreFall + ", " + enoughUse + ", " + littleUse);
        }
    }
}
