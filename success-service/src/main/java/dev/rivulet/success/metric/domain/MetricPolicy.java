package dev.rivulet.success.metric.domain;

import java.math.BigDecimal;
import java.util.List;

/**
 * By whose rules figures are made. Products differ in three things: when a cancellation counts, which customers churn is
 * a share of, and what a customer is worth, above all while none has gone. The definitions say where one is not followed.
 */
public enum MetricPolicy {
    RIVULET(
            "rivulet",
            "A cancellation counts when it takes effect. Logo churn: lost customers / customers of the start; lost are"
                    + " those of the start without revenue at the end, not who is back by then. LTV: ARPA × gross"
                    + " margin / logo churn; while nobody has gone there is none, only a lower bound, from the upper end"
                    + " of Wilson's 95 % interval of a churn of 0."),
    STRIPE(
            "stripe",
            "A cancellation counts when it is made; only when it takes effect is known here, so that is what counts."
                    + " Its windows are the last 30 days, here they are calendar months. Logo churn: lost customers /"
                    + " (customers of the start + those who came or came back), who came and went within the month in"
                    + " both. LTV: ARPA / logo churn; while nobody has gone a churn of 0.0167 a month is assumed."),
    CHARTMOGUL(
            "chartmogul",
            "A cancellation counts when it takes effect. Logo churn by the standard formula: lost customers / customers"
                    + " of the start. LTV: ARPA / mean logo churn of the six months before this one, of those that began"
                    + " with customers; where none did, of this month; 0 while nobody has gone."),
    PROFITWELL(
            "profitwell",
            "A cancellation counts at the end of the paid period. Logo churn: lost customers / customers of the start."
                    + " LTV: ARPA / (1 - retention), which is net revenue churn, of the month alone: how the product"
                    + " smooths it is not published; none while nothing is lost in net. Who came and went within a"
                    + " month is left out by the product, but counts here as new and as churn.");

    /** Months before this one that ChartMogul's lifetime value is a mean over. */
    public static final int TRAILING = 6;

    /** So many of so many customers, or minor units; exact, so that a figure made of it is rounded once. */
    record Lost(BigDecimal part, BigDecimal whole) {

        static Lost of(long part, long whole) {
            return new Lost(BigDecimal.valueOf(part), BigDecimal.valueOf(whole));
        }

        /** Of one month of so many. */
        Lost each(int months) {
            return new Lost(part, whole.multiply(BigDecimal.valueOf(months)));
        }

        private Lost plus(Lost other) {
            return new Lost(part.multiply(other.whole).add(other.part.multiply(whole)), whole.multiply(other.whole));
        }

        static Lost mean(List<Lost> shares) {
            var sum = shares.stream().reduce(of(0, 1), Lost::plus);
            return new Lost(sum.part, sum.whole.multiply(BigDecimal.valueOf(shares.size())));
        }
    }

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
            // Since the last one net retention is of the customers of the start alone.
            case RIVULET -> 2;
            // Since 2: who came and went within the month; the mean of six months; net revenue churn.
            case STRIPE, CHARTMOGUL, PROFITWELL -> 3;
        };
    }

    /** The customers that were lost, of those there were. */
    Lost lost(Month month) {
        return this == STRIPE
                ? Lost.of(
                        month.lostCustomers() + month.fleeting(),
                        month.startCustomers() + month.newCustomers() + month.returns())
                : Lost.of(month.lostCustomers(), month.startCustomers());
    }

    /**
     * What goes in a month of what a lifetime value is of.
     *
     * @param before the {@link #TRAILING} months before its last one
     * @param months how many it is of
     */
    Lost gone(Month month, List<Month> before, int months) {
        return switch (this) {
            case RIVULET, STRIPE -> lost(month).each(months);
            case CHARTMOGUL -> {
                var began = before.stream()
                        .filter(past -> past.startCustomers() > 0)
                        .map(this::lost)
                        .toList();
                yield began.isEmpty() ? lost(month).each(months) : Lost.mean(began);
            }
            case PROFITWELL -> Lost.of(month.netLoss(), month.start()).each(months);
        };
    }

    /** What of the revenue of a customer is its worth. */
    BigDecimal margin(BigDecimal gross) {
        return this == RIVULET ? gross : BigDecimal.ONE;
    }
}
