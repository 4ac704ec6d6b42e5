package dev.rivulet.subscription.account;

/** Announced inside the service, in the transaction that erases a person: whoever keeps the address forgets it. */
public record PersonErased(String email) {}
