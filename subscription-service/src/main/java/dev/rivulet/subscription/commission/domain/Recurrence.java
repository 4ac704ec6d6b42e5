package dev.rivulet.subscription.commission.domain;

/** For how long a subscription earns. */
public enum Recurrence {
    /** Periods that begin within a year of the subscription's start. */
    FIRST_YEAR,
    /** As long as the customer pays. */
    RECURRING
}
