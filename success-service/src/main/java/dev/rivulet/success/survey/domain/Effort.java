package dev.rivulet.success.survey.domain;

import dev.rivulet.success.figure.domain.Share;
import java.util.function.LongToDoubleFunction;

/** Customer Effort Score of answers from 1 to 7, higher is easier: their mean, and the share of 5 to 7. */
public record Effort(Tally tally) {

    private static final int EASY_FROM = 5;
    private static final int EASIEST = 7;
    private static final int HARDEST = 1;

    public long n() {
        return tally.n();
    }

    public double mean() {
        return (double) tally.sum() / n();
    }

    public Share easy() {
        return new Share(tally.between(EASY_FROM, EASIEST), n());
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
            return new Interval(mean - others * (mean - HARDEST), mean + others * (EASIEST - mean));
        }
        var half = halfWidth(quantile.applyAsDouble(n()));
        return new Interval(Math.max(HARDEST, mean - half), Math.min(EASIEST, mean + half));
    }

    private double halfWidth(double quantile) {
        var n = (double) n();
        var squares = Math.max(0, tally.sumOfSquares() - tally.sum() * (tally.sum() / n));
        return quantile * Math.sqrt(squares / (n - 1) / n);
    }
}
