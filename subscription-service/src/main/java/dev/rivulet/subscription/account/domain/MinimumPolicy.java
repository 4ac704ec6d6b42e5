package dev.rivulet.subscription.account.domain;

/** What becomes of charges that stayed too small to collect until their age cap. */
public enum MinimumPolicy {
    /** Invoiced, and left to the payer to settle by hand: never collected automatically, never dunned. */
    COLLECT,
    /** Forgiven. */
    FORGIVE,
    /** Invoiced and collected like every other invoice. */
    FORCE
}
