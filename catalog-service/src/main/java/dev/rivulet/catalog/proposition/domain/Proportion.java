package dev.rivulet.catalog.proposition.domain;

import java.util.OptionalDouble;

/** So many successes in so many trials, with Wilson's interval of 95 %, which stays sensible for few trials. */
public record Proportion(long successes, long trials) {

    /** The 97.5 % quantile of the standard normal distribution: 95 % two-sided. */
    public static final double Z = 1.959963984540054;

    public Proportion {
        if (successes < 0 || successes > trials) {
            throw new IllegalArgumentException(successes + " successes in " + trials + " trials");
        }
    }

    /** The share of successes; nothing without a trial. */
    public OptionalDouble rate() {
        return trials == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) successes / trials);
    }

    /** Lower end of the interval; 0 without a trial. */
    public double low() {
        return successes == 0 ? 0 : centre() - half();
    }

    /** Upper end of the interval; 1 without a trial. */
    public double high() {
        return successes == trials ? 1 : centre() + half();
    }

    private double centre() {
        var p = (double) successes / trials;
        return (p + Z * Z / (2 * trials)) / (1 + Z * Z / trials);
    }

    private double half() {
        var p = (double) successes / trials;
        return Z * Math.sqrt(p * (1 - p) / trials + Z * Z / (4.0 * trials * trials)) / (1 + Z * Z / trials);
    }
}
