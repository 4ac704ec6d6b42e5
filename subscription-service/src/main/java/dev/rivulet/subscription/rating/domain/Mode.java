package dev.rivulet.subscription.rating.domain;

/** Whether the days of a term are charged. */
public enum Mode {
    TRIAL,
    /** Paid for, but charged elsewhere, before the subscription came here. */
    SETTLED,
    RUNNING,
    /** Runs, but what is charged in advance of the days is given back whole; what is known at their end is charged. */
    WAIVED,
    /**
     * Runs on what was bought with the terms before: nothing of that is given back, and nothing but usage is charged
     * before their period is over. Where there are none before, it is served for nothing until a period begins.
     */
    PREPAID,
    PAUSED;

    /** Whether the service is a paid one on the days, whoever charges them and whatever was given back of them. */
    public boolean earns() {
        return this == RUNNING || this == SETTLED || this == WAIVED || this == PREPAID;
    }
}
