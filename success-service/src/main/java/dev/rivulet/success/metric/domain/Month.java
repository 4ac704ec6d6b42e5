package dev.rivulet.success.metric.domain;

import dev.rivulet.success.metric.domain.Result.Reason;

/**
 * What a month, or a longer period, did to the revenue of one currency, in minor units; losses are negative.
 *
 * @param start at the end of the month before
 * @param shrunk Σ max(0, start − end), customer by customer
 * @param grown Σ max(0, end − start) of customers with revenue when it began
 * @param startCustomers with revenue when it began
 * @param lostCustomers those of them without any when it ended
 * @param newCustomers with their first revenue ever
 * @param returns times the revenue of any other customer began anew in it
 * @param fleeting times the revenue of a customer ended in it, besides those of {@code lostCustomers}
 * @param endCustomers with revenue when it ended
 */
public record Month(
        long start,
        long gainedNew,
        long expansion,
        long contraction,
        long churn,
        long reactivation,
        long end,
        long shrunk,
        long grown,
        long startCustomers,
        long lostCustomers,
        long newCustomers,
        long returns,
        long fleeting,
        long endCustomers) {

    /** What became of the customers of the start alone. */
    public static Month ofStart(long start, long shrunk, long grown, long customers, long lost) {
        return new Month(
                start,
                0,
                grown,
                -shrunk,
                0,
                0,
                start - shrunk + grown,
                shrunk,
                grown,
                customers,
                lost,
                0,
                0,
                0,
                customers - lost);
    }

    /** Whether start and movements make up the end. */
    public boolean isBalanced() {
        return start + gainedNew + expansion + contraction + churn + reactivation == end;
    }

    /** Times the revenue of a customer ended in it: start + new + returns − endings are the customers of the end. */
    public long endings() {
        return lostCustomers + fleeting;
    }

    /** (churn + contraction) / start, or Σ max(0, start − end) / start. */
    public Result grossChurn(MetricPolicy policy) {
        return Result.ratio(policy.losesByCustomer ? shrunk : -(churn + contraction), start, Reason.NO_START);
    }

    /** (churn + contraction − expansion − reactivation) / start: negative when those who stayed grew by more. */
    public Result netChurn() {
        return Result.ratio(netLoss(), start, Reason.NO_START);
    }

    /** What was lost of the start, less what those who were there before gained. */
    long netLoss() {
        return -(churn + contraction) - expansion - reactivation;
    }

    /**
     * Σ end / Σ start of the customers of the start: neither who came within it, nor what became of them, is part of it.
     */
    public Result netRetention() {
        return Result.ratio(start - shrunk + grown, start, Reason.NO_START);
    }

    /** Σ min(start, end) / Σ start, customer by customer: no growth of one makes up for another's loss. */
    public Result grossRetention() {
        return Result.ratio(start - shrunk, start, Reason.NO_START);
    }

    /** (new + expansion + reactivation) / (churn + contraction), or without reactivation. */
    public Result quickRatio(MetricPolicy policy) {
        var gained = gainedNew + expansion + (policy.returnsAreGrowth ? reactivation : 0);
        return Result.ratio(gained, -(churn + contraction), Reason.NO_LOSS);
    }

    /** Of the customers there were. */
    public Result logoChurn(MetricPolicy policy) {
        var lost = policy.lost(this);
        return Result.ratio(lost.part(), lost.whole(), Reason.NO_START);
    }
}
