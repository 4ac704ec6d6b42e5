package dev.rivulet.success.value.domain;

/** What happens to a promise. */
public enum PromiseStep {
    /** Its metric was measured. */
    MEASURE,
    /** The customer says that the measurement is right. */
    CONFIRM,
    /** The customer says that it is not. */
    CONTEST,
    /** Both sides agree on a later day. */
    EXTEND,
    /** Its day has gone by without the customer's word. */
    FALL_DUE
}
