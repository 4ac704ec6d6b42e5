package dev.rivulet.subscription.billing.domain;

import dev.rivulet.kit.money.Money;

/** Where an issued invoice stands; it follows from what was paid. */
public enum InvoiceStatus {
    FINALIZED,
    PARTIALLY_PAID,
    PAID;

    /** An invoice of nothing is paid from the beginning. */
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
