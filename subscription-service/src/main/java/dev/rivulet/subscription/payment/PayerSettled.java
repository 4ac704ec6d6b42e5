package dev.rivulet.subscription.payment;

import java.util.UUID;

/** Told inside the service, in the transaction: something was paid of a payer's invoices. */
public record PayerSettled(UUID payerId) {}
