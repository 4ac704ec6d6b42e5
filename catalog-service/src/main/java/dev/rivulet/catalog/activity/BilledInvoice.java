package dev.rivulet.catalog.activity;

import dev.rivulet.kit.money.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the catalog reads of an invoice that subscription-service has issued.
 *
 * @param legalEntity the seller; null in events from before invoices told it
 * @param lines null in events from before invoices told them
 */
record BilledInvoice(
        UUID id,
        LocalDate issueDate,
        @Nullable String legalEntity,
        @Nullable List<Line> lines) {

    static final String TYPE = "dev.rivulet.subscription.invoice.finalized.v1";

    /** What a plan brought in. */
    record Line(UUID planId, Money amount) {}
}
