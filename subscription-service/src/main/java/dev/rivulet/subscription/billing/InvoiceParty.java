package dev.rivulet.subscription.billing;

import java.util.Currency;
import java.util.UUID;

/** Whose an invoice is. */
public record InvoiceParty(UUID id, UUID payerId, Currency currency) {}
