package dev.rivulet.subscription.billing.domain;

import dev.rivulet.kit.money.Money;

/** Where an invoice stands. */
public enum InvoiceStatus {
    /** Not issued yet: no number, nothing booked; its charges can still be taken back. */
    DRAFT,
    FINALIZED,
    PARTIALLY_PAID,
    PAID,
    /** Never to be paid: it was a mistake. */
    VOID,
    /** Given up; what is due is written off. */
    UNCOLLECTIBLE;

    /** Whether something can still be paid. */
    public boolean isOpen() {
        return this == FINALIZED || this == PARTIALLY_PAID;
    }

    /** Of an issued invoice, by what was paid. An invoice of nothing is paid from the beginning. */
    public static InvoiceStatus of(Money total, Money paid) {
        if (paid.isNegative() || paid.compareTo(total) > 0) {
            throw new IllegalArgumentException(paid + " paid of " + total);
        }
        if (paid.equals(total)) {
            return PAID;
        }
        return paid.isZero() ? FINALIZED : PARTIALLY_PAID;
    }
}
