package dev.rivulet.success.survey.domain;

import dev.rivulet.success.figure.domain.Share;
import java.util.function.LongToDoubleFunction;

/**
 * Customer Effort Score, higher is easier: the mean of the answers, and the share of those above the middle: of 5 to 7 on
 * the usual scale, of 4 and 5 on that of five points.
 */
public record Effort(Tally tally, Scale scale) {

    public long n() {
        return tally.n();
    }

    public double mean() {
        return (double) tally.sum() / n();
    }

    public Share easy() {
        return new Share(tally.between(scale.aboveMiddle(), scale.max()), n());
    }

    /** Whether there are answers, all of them the same: they have no deviation, however few they are. */
    public boolean isUniform() {
        return n() > 0 && tally.counts().containsValue(n());
    }

    /** Where the mean of everybody lies, to 95 %. */
    public record Interval(double low, double high) {}

    /**
     * The mean's interval: quantile · s / √n on each side with the sample's standard deviation s (n − 1 below), within
     * the scale. Answers all alike, or one alone, have no s; of them it is made of Wilson's for the share that answers
     * so, n of n: all others may be at either end of the scale.
     *
     * @param quantile of Student's t for so many answers
     */
    public Interval interval(LongToDoubleFunction quantile) {
        var mean = mean();
        if (isUniform()) {
            var others = new Share(0, n()).high();
            return new Interval(mean - others * (mean - scale.min()), mean + others * (scale.max() - mean));
        }
        var half = halfWidth(quantile.applyAsDouble(n()));
        return new Interval(Math.max(scale.min(), mean - half), Math.min(scale.max(), mean + half));
    }

    private double halfWidth(double quantile) {
        var n = (double) n();
        var squares = Math.max(0, tally.sumOfSquares() - tally.sum() * (tally.sum() / n));
        return quantile * Math.sqrt(squares / (n - 1) / n);
    }
}
