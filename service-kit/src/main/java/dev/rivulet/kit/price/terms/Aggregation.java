package dev.rivulet.kit.price.terms;

/** What of a metric's events of a period is rated. */
public enum Aggregation {
    /** All quantities together. */
    SUM,
    /** How many events there are, whatever their quantities. */
    COUNT,
    /** The largest quantity. */
    MAX,
    /** How many different users the events are of. */
    UNIQUE,
    /** The quantity of the last event. */
    LAST
}
