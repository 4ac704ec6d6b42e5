package dev.rivulet.subscription.payment;

/** How money comes. */
public enum PaymentMethod {
    /** The customer sends it; nobody can fetch it. */
    BANK_TRANSFER,
    /** A card that does as it is told; for sandbox tenants only. */
    CARD_SANDBOX,
    STRIPE
}
