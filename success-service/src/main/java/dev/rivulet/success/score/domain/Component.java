package dev.rivulet.success.score.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** What the score is made of, each brought to 0 to 100, four decimals. */
public enum Component {
    /** How many of the purchased licences are used. */
    LICENCES,
    /** What the customer's people answer when asked to recommend us. */
    NPS,
    /** Whether the customer pays in time. */
    PAYMENT;

    private static final BigDecimal FULL = BigDecimal.valueOf(100);
    /** The utilisation, and above it any, that earns the full value. */
    private static final BigDecimal GOOD_UTILISATION = new BigDecimal("0.8");
    /** Days overdue, and beyond them any, that leave nothing. */
    private static final long HOPELESS = 30;

    /** Linear from 0 to 80 % utilisation, bounded. */
    public static BigDecimal licences(BigDecimal utilisation) {
        return bounded(utilisation.multiply(FULL).divide(GOOD_UTILISATION, 4, RoundingMode.HALF_UP));
    }

    /** Ten times the mean answer. */
    public static BigDecimal nps(BigDecimal meanAnswer) {
        return bounded(meanAnswer.multiply(BigDecimal.TEN));
    }

    /** Linear from nothing overdue to 30 days, bounded. */
    public static BigDecimal payment(long daysOverdue) {
        return bounded(FULL.multiply(BigDecimal.valueOf(HOPELESS - daysOverdue))
                .divide(BigDecimal.valueOf(HOPELESS), 4, RoundingMode.HALF_UP));
    }

    private static BigDecimal bounded(BigDecimal value) {
        return value.max(BigDecimal.ZERO).min(FULL).setScale(4, RoundingMode.HALF_UP);
    }
}
