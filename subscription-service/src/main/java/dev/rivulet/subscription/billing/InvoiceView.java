package dev.rivulet.subscription.billing;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rivulet.kit.money.Money;
import dev.rivulet.subscription.billing.domain.InvoiceStatus;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An issued invoice. Dates are in the account's zone; a period ends with the day before {@code periodEnd}.
 *
 * @param due what is still to be paid
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Invoice")
public record InvoiceView(
        @Schema(examples = "0197a3f2-2f5a-7e12-9c85-9d4d3fae0d04")
        UUID id,

        @Schema(examples = "0", description = "The number inside the ETag")
        long version,

        @Schema(examples = "INV-000001", description = "Without gaps for the tenant")
        String number,

        @Schema(examples = "0197a3f1-0d3e-7a10-8d74-8b3b2e8d9c03")
        UUID accountId,

        @Schema(examples = "0197a3f2-1e4f-7b11-8e85-9c4c3f9e0d04")
        UUID subscriptionId,

        InvoiceStatus status,
        Money total,
        Money paid,
        Money due,
        @Schema(examples = "2026-01-15") LocalDate issueDate,
        @Schema(examples = "2026-01-29") LocalDate dueDate,
        @Schema(examples = "2026-01-15") LocalDate periodStart,
        @Schema(examples = "2026-02-15") LocalDate periodEnd,

        @Nullable @Schema(examples = "2026-01-20", description = "Day the last of the money was received")
        LocalDate paidOn,

        List<LineView> lines) {

    /** A line; {@code unitPrice × quantity = amount}. */
    @Schema(name = "InvoiceLine")
    public record LineView(
            @Schema(examples = "RECURRING") String kind,
            @Schema(examples = "Soft skills, monthly") String description,

            @Schema(examples = "0197a3f0-5b1c-7c3e-9a52-6f1f0c6b7a01")
            UUID planId,

            @Schema(examples = "1", description = "The version whose price was pinned")
            int planVersion,

            Money unitPrice,
            @Schema(examples = "1") long quantity,
            Money amount,
            @Schema(examples = "2026-01-15") LocalDate periodStart,
            @Schema(examples = "2026-02-15") LocalDate periodEnd) {

        static LineView of(InvoiceLine line) {
            return new LineView(
                    line.kind.name(),
                    line.description,
                    line.planId,
                    line.planVersion,
                    new Money(line.unitPriceMinor, line.amount.currency()),
                    line.quantity,
                    line.amount,
                    line.periodStart,
                    line.periodEnd);
        }
    }

    static InvoiceView of(Invoice invoice) {
        return new InvoiceView(
                invoice.id,
                invoice.version,
                invoice.numberText(),
                invoice.accountId,
                invoice.subscriptionId,
                invoice.status,
                invoice.total,
                invoice.paid(),
                invoice.total.minus(invoice.paid()),
                invoice.issueDate,
                invoice.dueDate,
                invoice.periodStart,
                invoice.periodEnd,
                invoice.paidOn(),
                invoice.lines.stream().map(LineView::of).toList());
    }
}
