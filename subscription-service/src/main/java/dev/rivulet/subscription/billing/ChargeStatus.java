package dev.rivulet.subscription.billing;

/** Where a charge stands. */
enum ChargeStatus {
    /** Waits for an invoice. */
    PENDING,
    /** A line of an invoice or of a credit note. */
    INVOICED,
    /** Will never be asked for. */
    FORGIVEN,
    /** Was on an invoice that is void. */
    VOID
}
