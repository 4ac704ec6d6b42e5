package dev.rivulet.success.metric.domain;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * By whose rules figures are made. Products differ in three things: when a cancellation counts, which customers churn is
 * a share of, and what a customer is worth while none has gone.
 */
public enum MetricPolicy {
    RIVULET(
            "rivulet",
            "A cancellation counts when it takes effect. Logo churn: lost customers / customers of the start. LTV: ARPA"
                    + " × gross margin / logo churn; while nobody has gone there is none, only a lower bound, from the"
                    + " upper end of Wilson's 95 % interval of a churn of 0."),
    STRIPE(
            "stripe",
            "A cancellation counts when it is made; only when it takes effect is known here, so that is what counts."
                    + " Logo churn: lost customers / (customers of the start + new ones). LTV: ARPA / logo churn; while"
                    + " nobody has gone a churn of 0.0167 a month is assumed."),
    CHARTMOGUL(
            "chartmogul",
            "A cancellation counts when it takes effect. Logo churn: lost customers / customers of the start. LTV: ARPA"
                    + " / logo churn; 0 while nobody has gone."),
    PROFITWELL(
            "profitwell",
            "A cancellation counts at the end of the paid period. Logo churn: lost customers / customers of the start."
                    + " LTV: ARPA / logo churn; none while nobody has gone.");

    public static final int VERSION = 1;

    /** What Stripe takes for the churn of who has lost nobody. */
    static final BigDecimal STRIPE_ASSUMES = new BigDecimal("0.0167");

    public final String text;
    public final String definition;

    MetricPolicy(String text, String definition) {
        this.text = text;
        this.definition = definition;
    }

    long churnBase(Month month) {
        return this == STRIPE ? month.startCustomers() + month.newCustomers() : month.startCustomers();
    }

    /** The day a cancelled subscription counts as gone. */
    public LocalDate churnedOn(LocalDate cancelled, LocalDate effective) {
        return this == STRIPE ? cancelled : effective;
    }

    /** What of the revenue of a customer is its worth. */
    BigDecimal margin(BigDecimal gross) {
        return this == RIVULET ? gross : BigDecimal.ONE;
    }
}
