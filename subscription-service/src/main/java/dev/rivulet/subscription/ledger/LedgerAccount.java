package dev.rivulet.subscription.ledger;

/** The accounts of the books. */
public enum LedgerAccount {
    /** What customers owe for their invoices. */
    RECEIVABLE,
    /** What was earned, without tax. */
    REVENUE,
    /** Tax charged, which is the state's. */
    TAX_PAYABLE,
    /** What we owe customers: overpaid, credited, granted. */
    CUSTOMER_BALANCE,
    /** Money at the bank and with payment providers. */
    CASH,
    /** Bank money whose payer is not known yet. */
    UNALLOCATED,
    /** Refunds promised that the provider has not sent yet. */
    REFUND_CLEARING,
    /** What is given up of invoices. */
    BAD_DEBT,
    /** What is granted out of kindness. */
    GOODWILL,
    /** The other side of what was open elsewhere when it was taken over. */
    OPENING
}
