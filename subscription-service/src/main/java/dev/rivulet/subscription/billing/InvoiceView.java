package dev.rivulet.subscription.billing;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rivulet.kit.money.Money;
import dev.rivulet.subscription.billing.domain.InvoiceStatus;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An invoice. Dates are in the payer's zone; a period ends with the day before {@code periodEnd}.
 * {@code total − toBalance = subtotal − discount + tax}, {@code due = total − paid} while it is open.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Invoice")
public record InvoiceView(
        @Schema(examples = "0197a3f2-2f5a-7e12-9c85-9d4d3fae0d04")
        UUID id,

        @Schema(examples = "0", description = "The number inside the ETag")
        long version,

        @Nullable @Schema(examples = "INV-000001", description = "Without gaps for the seller; a draft has none yet")
        String number,

        @Schema(examples = "main", description = "The seller")
        String legalEntity,

        @Schema(examples = "0197a3f1-0d3e-7a10-8d74-8b3b2e8d9c03", description = "Who pays")
        UUID accountId,

        @Nullable
        @Schema(
                examples = "0197a3f2-1e4f-7b11-8e85-9c4c3f9e0d04",
                description = "Of the first line that has one; each line tells its own")
        UUID subscriptionId,

        InvoiceStatus status,

        @Schema(description = "The lines, without tax, before the discount")
        Money subtotal,

        @Schema(description = "What coupons took off") Money discount,

        @Schema(description = "Of all lines, whether added to their amounts or contained in them")
        Money tax,

        @Schema(description = "What is to be paid") Money total,

        @Schema(description = "What credits came to beyond the charges; it went to the customer's balance")
        Money toBalance,

        @Schema(description = "What of the paid came from the customer's balance at issue")
        Money balanceUsed,

        @Schema(description = "What credit notes gave back") Money credited,

        @Schema(description = "Money received, balance used and what credit notes took off")
        Money paid,

        @Schema(description = "What is still to be paid") Money due,
        @Schema(examples = "2026-01-15") LocalDate issueDate,
        @Schema(examples = "2026-01-29") LocalDate dueDate,

        @Nullable @Schema(examples = "2026-01-18", description = "Day a draft becomes final by itself")
        LocalDate finalizeOn,

        @Schema(examples = "2026-01-15") LocalDate periodStart,
        @Schema(examples = "2026-02-15") LocalDate periodEnd,

        @Nullable @Schema(examples = "2026-01-20", description = "Day the last of the money was received")
        LocalDate paidOn,

        @Schema(examples = "false", description = "Too small to be collected automatically or dunned")
        boolean belowMinimum,

        @Nullable
        @Schema(examples = "0197a3f2-2f5a-7e12-9c85-9d4d3fae0d05", description = "The void invoice it was made for")
        UUID replacesId,

        @Nullable @Schema(examples = "Wrong address", description = "Why it is void or written off")
        String closedReason,

        @Schema(description = "A row for each rate of tax") List<TaxTotalView> taxes,

        List<LineView> lines) {

    /** A line. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "InvoiceLine")
    public record LineView(
            @Schema(examples = "1", description = "Number of the line, from 1")
            int position,

            @Schema(examples = "0197a3f2-3a6b-7f22-8c95-ad5d3fbe1e15")
            UUID chargeId,

            @Schema(examples = "RECURRING", description = "Why it is charged")
            String kind,

            @Schema(examples = "Soft skills, monthly") String description,

            @Schema(examples = "0197a3f1-0d3e-7a10-8d74-8b3b2e8d9c03", description = "Who caused it")
            UUID accountId,

            @Nullable @Schema(examples = "0197a3f2-1e4f-7b11-8e85-9c4c3f9e0d04")
            UUID subscriptionId,

            @Schema(examples = "base") String component,

            @Nullable @Schema(examples = "0197a3f0-5b1c-7c3e-9a52-6f1f0c6b7a01")
            UUID planId,

            @Nullable @Schema(examples = "1", description = "The version whose price was pinned")
            Integer planVersion,

            @Schema(examples = "1") BigDecimal quantity,

            @Schema(examples = "49.00", description = "What the whole period would cost, unrounded")
            BigDecimal fullAmount,

            @Schema(description = "Before the discount; contains the tax where that is inclusive")
            Money amount,

            Money discount,
            Money tax,

            @Nullable @Schema(examples = "19", description = "Of all its taxes together")
            BigDecimal taxPercent,

            @Schema(examples = "false") boolean taxInclusive,

            @Schema(description = "By rate") List<TaxTotalView> taxes,

            @Schema(examples = "2026-01-15") LocalDate periodStart,
            @Schema(examples = "2026-02-15") LocalDate periodEnd,

            @Nullable
            @Schema(
                    examples = "2026-01-01",
                    description = "Since when it was carried forward because it was too small to collect")
            LocalDate carriedForwardSince,

            @Nullable @Schema(examples = "0197a3f2-3a6b-7f22-8c95-ad5d3fbe1e14", description = "What it gives back")
            UUID creditOf) {

        static LineView of(Charge charge) {
            return new LineView(
                    charge.position == null ? 0 : charge.position,
                    charge.id,
                    charge.reason,
                    charge.description,
                    charge.accountId,
                    charge.subscriptionId,
                    charge.component,
                    charge.planId,
                    charge.planVersion,
                    charge.quantity,
                    charge.fullAmount,
                    charge.amount,
                    charge.discount(),
                    charge.tax(),
                    charge.taxPercent,
                    charge.taxInclusive,
                    TaxTotalView.of(List.of(charge)),
                    charge.periodStart,
                    charge.periodEnd,
                    charge.carriedSince,
                    charge.creditOf);
        }
    }

    static InvoiceView of(Invoice invoice, List<Charge> lines) {
        return new InvoiceView(
                invoice.id,
                invoice.version,
                invoice.numberText(),
                invoice.legalEntity,
                invoice.accountId,
                invoice.subscriptionId,
                invoice.status,
                invoice.money(invoice.subtotalMinor),
                invoice.money(invoice.discountMinor),
                invoice.money(invoice.taxMinor),
                invoice.total,
                invoice.money(invoice.toBalanceMinor),
                invoice.money(invoice.balanceMinor),
                invoice.money(invoice.creditedMinor),
                invoice.paid(),
                invoice.due(),
                invoice.issueDate,
                invoice.dueDate,
                invoice.finalizeOn,
                invoice.periodStart,
                invoice.periodEnd,
                invoice.paidOn(),
                invoice.belowMinimum,
                invoice.replacesId,
                invoice.closedReason,
                TaxTotalView.of(lines),
                lines.stream().map(LineView::of).toList());
    }
}
