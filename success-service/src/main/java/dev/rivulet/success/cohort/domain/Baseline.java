package dev.rivulet.success.cohort.domain;

/** How far other cohorts' experience at the same age is trusted. */
final class Baseline {

    /**
     * Experience of so many accounts at most. Months differ by more than chance (holidays, prices, campaigns): even of
     * endless experience the share of a month strays by ρ = 1 / (60 + 1), as if 60 accounts had been seen. Without this
     * cohorts of hundreds would be red every month for differences nobody can act on.
     */
    static final double MOST = 60;

    /** The same of money, which strays by more: prices rise for many at once. */
    static final double MOST_MONEY = 30;

    /** Less experience than this is none. */
    static final int LEAST = 20;

    /** Added to both outcomes (Jeffreys): what has not happened yet is not impossible. */
    static final double UNSEEN = 0.5;

    private Baseline() {}
}
