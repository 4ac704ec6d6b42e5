package dev.rivulet.success.renewal.domain;

/** What a reason does to the risk. */
public enum Effect {
    /** It decides it. */
    ENDS,
    /** By itself it makes the risk high. */
    GRAVE,
    /** It speaks against the renewal. */
    AGAINST,
    /** It speaks for the renewal. */
    FOR,
    /** It is not known, and so speaks neither for nor against. */
    UNKNOWN
}
