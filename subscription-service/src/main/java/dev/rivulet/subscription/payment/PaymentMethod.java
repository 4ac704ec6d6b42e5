package dev.rivulet.subscription.payment;

/** How money came. */
public enum PaymentMethod {
    BANK_TRANSFER
}
