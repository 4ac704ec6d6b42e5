package dev.rivulet.success.cohort.domain;

/** What came of a case. */
public enum CloseReason {
    /** The cause is found and something was done about it, or is made a habit of. */
    ACTED_ON,
    /** The cause is known and nothing is to be done. */
    EXPLAINED,
    /** The figures were wrong. */
    DATA_ERROR,
    /** No cause was found. */
    NOT_FOUND,
    /** Corrections have changed the cell, and it is not red any more; not for people to choose. */
    RESTATED
}
