package dev.rivulet.success.payment;

import dev.rivulet.kit.money.Money;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An invoice, as far as it tells how a customer pays; dates are local to the customer. */
@Schema(name = "CustomerInvoice")
public record InvoiceView(
        UUID id,

        @Schema(nullable = true, examples = "INV-000001") @Nullable
        String number,

        Money total,

        @Schema(nullable = true, examples = "2025-03-01") @Nullable
        LocalDate issuedOn,

        @Schema(examples = "2025-03-15") LocalDate dueOn,

        @Schema(nullable = true, examples = "2025-03-10") @Nullable
        LocalDate paidOn,

        @Schema(examples = "PAID", description = "OPEN, PAID, VOID or WRITTEN_OFF")
        String status) {

    static InvoiceView of(Receivable invoice) {
        return new InvoiceView(
                invoice.id,
                invoice.number,
                invoice.total,
                invoice.issuedOn,
                invoice.dueOn,
                invoice.paidOn,
                status(invoice));
    }

    private static String status(Receivable invoice) {
        if (invoice.closed) {
            return invoice.writtenOff ? "WRITTEN_OFF" : "VOID";
        }
        return invoice.paidOn == null ? "OPEN" : "PAID";
    }
}
