package dev.rivulet.success.renewal.domain;

import dev.rivulet.success.score.domain.ScoreBand;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a customer whose subscription comes up for renewal; null is not known, which is not zero.
 *
 * @param score 0 to 100
 * @param coverage share of the score's weight that is known
 * @param scoreBefore 30 days earlier
 * @param utilisation active per purchased seat, 28 days
 * @param target the utilisation to expect of seats of this age
 * @param overdue promises past their day without the customer's word
 * @param broken promises of which the customer says that nothing was reached
 * @param confirmed promises kept in full or in part
 * @param invoices that fell due, of a year
 * @param daysOverdue of the oldest unpaid invoice
 * @param daysSuspended since the customer is not served; null while it is
 * @param critical unsolved problems of that severity
 * @param high unsolved problems of that severity
 * @param daysSinceSponsor since the sponsor was met
 */
public record RiskFacts(
        @Nullable BigDecimal score,
        @Nullable BigDecimal coverage,
        @Nullable ScoreBand band,
        @Nullable BigDecimal scoreBefore,
        @Nullable BigDecimal utilisation,
        @Nullable BigDecimal target,
        long overdue,
        long broken,
        long confirmed,
        long invoices,
        long daysOverdue,
        @Nullable Long daysSuspended,
        long critical,
        long high,
        @Nullable Long daysSinceSponsor) {

    /** Nothing at all is known. */
    public static final RiskFacts NONE =
            new RiskFacts(null, null, null, null, null, null, 0, 0, 0, 0, 0, null, 0, 0, null);
}
