package dev.rivulet.success.payment;

import dev.rivulet.kit.money.Money;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What this service reads of an invoice finalized and of an invoice paid; only the latter has a day of payment. */
record InvoiceFact(
        UUID id,
        UUID accountId,
        Money total,
        LocalDate dueDate,
        @Nullable LocalDate paidOn) {

    static final Set<String> TYPES =
            Set.of("dev.rivulet.subscription.invoice.finalized.v1", "dev.rivulet.subscription.invoice.paid.v1");
}
