package dev.rivulet.subscription.commission;

/** Where a statement stands. */
public enum StatementStatus {
    /** Shows what it would hold now. */
    DRAFT,
    /** Settled; never changes. */
    FINAL
}
