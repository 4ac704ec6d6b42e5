package dev.rivulet.catalog.activity;

import dev.rivulet.kit.money.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the catalog reads of a credit note that subscription-service has issued.
 *
 * @param invoiceId null for one that corrects no invoice
 */
record CreditedCharges(UUID id, @Nullable UUID invoiceId, LocalDate issueDate, List<Line> lines) {

    static final String TYPE = "dev.rivulet.subscription.credit-note.issued.v1";

    /**
     * What was given back.
     *
     * @param planId null for what is no plan's
     * @param amount without tax and discount, positive
     */
    record Line(@Nullable UUID planId, Money amount) {}
}
