package dev.rivulet.subscription.rating.domain;

/** Whether the days of a term are charged. */
public enum Mode {
    TRIAL,
    /** Paid for, but charged elsewhere, before the subscription came here. */
    SETTLED,
    RUNNING,
    PAUSED;

    /** Whether the customer pays for the days, whoever charges them. */
    public boolean earns() {
        return this == RUNNING || this == SETTLED;
    }
}
