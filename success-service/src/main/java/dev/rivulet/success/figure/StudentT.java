package dev.rivulet.success.figure;

import org.apache.commons.statistics.distribution.TDistribution;

/** How wide the interval of a mean is. */
public final class StudentT {

    private static final double UPPER = 0.975;

    private StudentT() {}

    /** The quantile for a two-sided interval of 95 % of the mean of so many values, at least two. */
    public static double quantile(long values) {
        return TDistribution.of((double) values - 1).inverseCumulativeProbability(UPPER);
    }
}
