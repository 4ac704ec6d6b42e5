package dev.rivulet.success.customer;

/** What is to be expected of a customer on a day, by its subscriptions. */
public enum Standing {
    /** All have ended: nothing any more. */
    ENDED,
    /** All that have not ended rest: nothing for the time being. */
    RESTING,
    /** One runs, is tried, or is to come. */
    RUNNING
}
