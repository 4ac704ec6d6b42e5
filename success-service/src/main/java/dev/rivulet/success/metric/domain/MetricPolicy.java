package dev.rivulet.success.metric.domain;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * By whose rules figures are made. Products differ in three things: when a cancellation counts, which customers churn is
 * a share of, and what a customer is worth, above all while none has gone. The definitions say where one is not followed.
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
                    + " Its windows are the last 30 days, here they are calendar months. Logo churn: lost customers /"
                    + " (customers of the start + those who came or came back), who came and went within the month in"
                    + " both. LTV: ARPA / logo churn; while nobody has gone a churn of 0.0167 a month is assumed."),
    CHARTMOGUL(
            "chartmogul",
            "A cancellation counts when it takes effect. Logo churn: lost customers / customers of the start. LTV: ARPA"
                    + " / logo churn, of the month alone and not as a mean of six; 0 while nobody has gone."),
    PROFITWELL(
            "profitwell",
            "A cancellation counts at the end of the paid period. Logo churn: lost customers / customers of the start."
                    + " LTV: ARPA / (1 - retention), which is net revenue churn, of the month alone and not smoothed; none"
                    + " while nothing is lost in net. Who came and went within a month is left out by the product, but"
                    + " counts here as new and as churn.");

    /** So many of so many customers, or minor units. */
    record Lost(long part, long whole) {}

    /** What Stripe takes for the churn of who has lost nobody. */
    static final BigDecimal STRIPE_ASSUMES = new BigDecimal("0.0167");

    public final String text;
    public final String definition;

    MetricPolicy(String text, String definition) {
        this.text = text;
        this.definition = definition;
    }

    /** One more with each change of a formula. */
    public int version() {
        return switch (this) {
            case RIVULET, CHARTMOGUL -> 1;
            // Since 2: who came and went within the month; net revenue churn.
            case STRIPE, PROFITWELL -> 2;
        };
    }

    /** The customers that were lost, of those there were. */
    Lost lost(Month month) {
        return this == STRIPE
                ? new Lost(
                        month.lostCustomers() + month.fleeting(),
                        month.startCustomers() + month.newCustomers() + month.returns())
                : new Lost(month.lostCustomers(), month.startCustomers());
    }

    /** What goes in a month of what a lifetime value is of. */
    Lost gone(Month month) {
        return this == PROFITWELL ? new Lost(month.netLoss(), month.start()) : lost(month);
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
