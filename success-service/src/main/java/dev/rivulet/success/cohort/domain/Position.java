package dev.rivulet.success.cohort.domain;

import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Where an outcome stands among those to be expected: the mid-probability of less, from 0 to 1. Half of what is equal
 * counts as less, so that outcomes that come in steps are neither too often nor too rarely found rare.
 *
 * @param below the probability of less, with half of that of the same
 */
public record Position(double below) {

    private static final NormalDistribution STANDARD = NormalDistribution.of(0, 1);
    private static final double CERTAIN = 1e-12;

    public Position {
        below = Math.clamp(below, CERTAIN, 1 - CERTAIN);
    }

    /** The probability of something as far out, to either side. */
    public double p() {
        return Math.min(1, 2 * Math.min(below, 1 - below));
    }

    /** As standard deviations of a normal distribution. */
    public double z() {
        return STANDARD.inverseCumulativeProbability(below);
    }
}
