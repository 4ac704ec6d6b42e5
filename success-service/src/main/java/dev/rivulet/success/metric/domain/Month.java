package dev.rivulet.success.metric.domain;

import dev.rivulet.success.metric.domain.Result.Reason;

/**
 * What a month did to the revenue of one currency, in minor units; losses are negative.
 *
 * @param start at the end of the month before
 * @param shrunk Σ max(0, start − end), customer by customer
 * @param startCustomers with revenue when it began
 * @param lostCustomers those of them without any when it ended
 * @param newCustomers with their first revenue ever
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
        long startCustomers,
        long lostCustomers,
        long newCustomers,
        long endCustomers) {

    /** Whether start and movements make up the end. */
    public boolean isBalanced() {
        return start + gainedNew + expansion + contraction + churn + reactivation == end;
    }

    /** (churn + contraction) / start. */
    public Result grossChurn() {
        return Result.ratio(-(churn + contraction), start, Reason.NO_START);
    }

    /** (churn + contraction − expansion − reactivation) / start: negative when those who stayed grew by more. */
    public Result netChurn() {
        return Result.ratio(-(churn + contraction) - expansion - reactivation, start, Reason.NO_START);
    }

    /** (start + expansion − contraction − churn) / start. */
    public Result netRetention() {
        return Result.ratio(start + expansion + contraction + churn, start, Reason.NO_START);
    }

    /** Σ min(start, end) / Σ start, customer by customer: no growth of one makes up for another's loss. */
    public Result grossRetention() {
        return Result.ratio(start - shrunk, start, Reason.NO_START);
    }

    /** (new + expansion + reactivation) / (churn + contraction). */
    public Result quickRatio() {
        return Result.ratio(gainedNew + expansion + reactivation, -(churn + contraction), Reason.NO_LOSS);
    }

    /** Of the customers there were. */
    public Result logoChurn(MetricPolicy policy) {
        return Result.ratio(lostCustomers, policy.churnBase(this), Reason.NO_START);
    }
}
