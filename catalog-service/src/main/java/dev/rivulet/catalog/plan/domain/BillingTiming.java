package dev.rivulet.catalog.plan.domain;

/** When a period is charged. */
public enum BillingTiming {
    /** On its first day. */
    IN_ADVANCE,
    /** When it is over. */
    IN_ARREARS
}
