package dev.rivulet.subscription.usage.domain;

/** What is made of the quantities of a span. */
public enum Aggregation {
    /** All quantities added up. */
    SUM,
    /** The number of events. */
    COUNT,
    /** The largest quantity. */
    MAX,
    /** The number of different users. */
    UNIQUE,
    /** The quantity that occurred last. */
    LAST
}
