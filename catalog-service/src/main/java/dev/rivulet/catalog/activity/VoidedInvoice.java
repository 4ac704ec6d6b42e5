package dev.rivulet.catalog.activity;

import java.time.LocalDate;
import java.util.UUID;

/** What the catalog reads of an invoice that was a mistake. */
record VoidedInvoice(UUID id, LocalDate voidedOn) {

    static final String TYPE = "dev.rivulet.subscription.invoice.voided.v1";
}
