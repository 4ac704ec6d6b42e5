package dev.rivulet.subscription.metrics.domain;

import dev.rivulet.subscription.metrics.domain.Ratio.Reason;

/**
 * What a month did to the revenue of one currency, in minor units; losses are negative.
 *
 * @param start at the end of the day before the month
 */
public record MonthFlow(long start, long gainedNew, long expansion, long contraction, long churn, long reactivation) {

    public long end() {
        return Math.addExact(start, Math.addExact(gains(), losses()));
    }

    private long gains() {
        return Math.addExact(gainedNew, Math.addExact(expansion, reactivation));
    }

    private long losses() {
        return Math.addExact(churn, contraction);
    }

    /** (churn + contraction) / start. */
    public Ratio grossChurn() {
        return Ratio.of(-losses(), start, Reason.NO_START);
    }

    /** (churn + contraction − expansion − reactivation) / start; negative when those who stayed grew by more. */
    public Ratio netChurn() {
        return Ratio.of(-losses() - expansion - reactivation, start, Reason.NO_START);
    }

    /** (new + expansion + reactivation) / (churn + contraction). */
    public Ratio quickRatio() {
        return Ratio.of(gains(), -losses(), Reason.NO_LOSS);
    }

    /**
     * Σ end / Σ start of the customers of the start: neither who came within the month, nor what became of them, is part
     * of it.
     *
     * @param retained the numerator
     */
    public Ratio netRetention(long retained) {
        return Ratio.of(retained, start, Reason.NO_START);
    }

    /**
     * Σ min(start, end) / Σ start, customer by customer: no growth of one makes up for another's loss.
     *
     * @param kept the numerator
     */
    public Ratio grossRetention(long kept) {
        return Ratio.of(kept, start, Reason.NO_START);
    }

    /** Customers of the start who had nothing left at the end / customers of the start. */
    public static Ratio logoChurn(long lost, long customers) {
        return Ratio.of(lost, customers, Reason.NO_START);
    }
}
