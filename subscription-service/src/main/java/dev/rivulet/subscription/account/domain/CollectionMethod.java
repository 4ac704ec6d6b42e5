package dev.rivulet.subscription.account.domain;

/** How what an account owes is collected. */
public enum CollectionMethod {
    BANK_TRANSFER,
    CARD,
    DIRECT_DEBIT
}
