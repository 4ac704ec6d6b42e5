package dev.rivulet.success.metric.domain;

import java.math.BigDecimal;
import java.util.List;

/**
 * By whose rules figures are made. Products differ in when a cancellation counts, in which customers churn is a share of,
 * in whether revenue is lost by movements or by customers, in whether who comes back is growth, and in what a customer is
 * worth, above all while none has gone. The definitions say where one is not followed.
 */
public enum MetricPolicy {
    RIVULET(
            "rivulet",
            "A cancellation counts when it takes effect. Logo churn: lost customers / customers of the start; lost are"
                    + " those of the start without revenue at the end, not who is back by then. LTV: ARPA × gross"
                    + " margin / logo churn; while nobody has gone there is none, only a lower bound, from the upper end"
                    + " of Wilson's 95 % interval of a churn of 0.",
            false,
            true),
    STRIPE(
            "stripe",
            "A cancellation counts when it is made; only when it takes effect is known here, so that is what counts."
                    + " Its windows are the last 30 days, here they are calendar months. Logo churn: lost customers /"
                    + " (customers of the start + those who came or came back), who came and went within the month in"
                    + " both. LTV: ARPA / logo churn; while nobody has gone a churn of 0.0167 a month is assumed. The"
                    + " product has no quick ratio, so that it is ours.",
            false,
            true),
    CHARTMOGUL(
            "chartmogul",
            "A cancellation counts when it takes effect. Logo churn by the standard formula: lost customers / customers"
                    + " of the start, without who came back within the month. Gross revenue churn is of net losses,"
                    + " customer by customer: what one lost and won again within the month is not lost. LTV: ARPA / mean"
                    + " logo churn of the six months before this one, of those that began with customers; where none"
                    + " did, of this month; 0 while nobody has gone.",
            true,
            true),
    PROFITWELL(
            "profitwell",
            "A cancellation counts at the end of the paid period. Logo churn: lost customers / customers of the start."
                    + " LTV: ARPA / (1 - retention), which is net revenue churn, of the month alone: how the product"
                    + " smooths it is not published; none while nothing is lost in net. Who came back is no growth in"
                    + " its quick ratio. Who came and went within a month is left out by the product, but counts here"
                    + " as new and as churn.",
            false,
            false),
    BAREMETRICS(
            "baremetrics",
            "A cancellation counts when it takes effect, and by the product also after 30 days without payment. Its"
                    + " windows are the last 30 days, and the last 365 for plans by the year; here they are calendar"
                    + " months. Logo churn: lost customers, who came and went within the month among them, / customers"
                    + " of the start. Revenue churn is of what each customer had at the start. Who came back is no growth"
                    + " in its quick ratio. LTV: ARPA / logo churn; what it is while nobody has gone is not published,"
                    + " so that there is none.",
            true,
            false);

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
    /** Whether gross churn is of what customers had less when the month ended, and not of movements. */
    public final boolean losesByCustomer;
    /** Whether revenue of those who come back is growth. */
    public final boolean returnsAreGrowth;

    MetricPolicy(String text, String definition, boolean losesByCustomer, boolean returnsAreGrowth) {
        this.text = text;
        this.definition = definition;
        this.losesByCustomer = losesByCustomer;
        this.returnsAreGrowth = returnsAreGrowth;
    }

    /** One more with each change of a formula. */
    public int version() {
        return switch (this) {
            // Since the last one net retention is of the customers of the start alone.
            case RIVULET -> 2;
            // Since 2: who came and went within the month.
            case STRIPE -> 3;
            // Since 3: gross churn of net losses by customer; a quick ratio without who came back.
            case CHARTMOGUL, PROFITWELL -> 4;
            case BAREMETRICS -> 1;
        };
    }

    /** The customers that were lost, of those there were. */
    Lost lost(Month month) {
        return switch (this) {
            case RIVULET, CHARTMOGUL, PROFITWELL -> Lost.of(month.lostCustomers(), month.startCustomers());
            case STRIPE -> Lost.of(month.endings(), month.startCustomers() + month.newCustomers() + month.returns());
            case BAREMETRICS -> Lost.of(month.endings(), month.startCustomers());
        };
    }

    /**
     * What goes in a month of what a lifetime value is of.
     *
     * @param before the {@link #TRAILING} months before its last one
     * @param months how many it is of
     */
    Lost gone(Month month, List<Month> before, int months) {
        return switch (this) {
            case RIVULET, STRIPE, BAREMETRICS -> lost(month).each(months);
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
