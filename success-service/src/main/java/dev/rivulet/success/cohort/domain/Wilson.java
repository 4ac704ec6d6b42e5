package dev.rivulet.success.cohort.domain;

import org.apache.commons.statistics.interval.BinomialConfidenceInterval;

/**
 * The interval of Wilson that holds the true share in 95 of 100 cases.
 *
 * @param lower bound, from 0
 * @param upper bound, to 1
 */
public record Wilson(double lower, double upper) {

    private static final double ALPHA = 0.05;

    public static Wilson of(int trials, int successes) {
        var interval = BinomialConfidenceInterval.WILSON_SCORE.fromErrorRate(trials, successes, ALPHA);
        return new Wilson(interval.getLowerBound(), interval.getUpperBound());
    }
}
