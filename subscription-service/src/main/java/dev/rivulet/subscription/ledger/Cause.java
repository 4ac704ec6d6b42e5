package dev.rivulet.subscription.ledger;

import java.util.UUID;

/**
 * Why money moves in the books.
 *
 * @param id of the invoice, payment or whatever else the kind says
 */
public record Cause(Kind kind, UUID id) {

    /** What kind of thing it is. */
    public enum Kind {
        INVOICE,
        INVOICE_VOID,
        CREDIT_NOTE,
        WRITE_OFF,
        PAYMENT,
        BALANCE_USE,
        REFUND,
        DISPUTE,
        BANK_ENTRY,
        CREDIT,
        MIGRATION
    }
}
