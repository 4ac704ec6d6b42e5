package dev.rivulet.subscription.billing;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rivulet.kit.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What was given back; amounts are positive. {@code total = subtotal − discount + tax}. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "CreditNote")
public record CreditNoteView(
        @Schema(examples = "0197a3f2-2f5a-7e12-9c85-9d4d3fae0d07")
        UUID id,

        @Schema(examples = "CN-000001", description = "Without gaps for the seller")
        String number,

        @Schema(examples = "main") String legalEntity,

        @Schema(examples = "0197a3f1-0d3e-7a10-8d74-8b3b2e8d9c03")
        UUID accountId,

        @Nullable @Schema(examples = "0197a3f2-2f5a-7e12-9c85-9d4d3fae0d04", description = "What it corrects")
        UUID invoiceId,

        Money subtotal,

        @Schema(description = "The discount that what is given back had")
        Money discount,

        Money tax,
        Money total,

        @Schema(description = "What it took off what was due on the invoice")
        Money applied,

        @Schema(description = "What went to the customer's balance")
        Money toBalance,

        @Schema(examples = "2026-01-20") LocalDate issueDate,
        @Nullable @Schema(examples = "Two days of outage") String reason,
        @Schema(description = "A row for each rate of tax") List<TaxTotalView> taxes,

        List<LineView> lines) {

    /** A line. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "CreditNoteLine")
    public record LineView(
            @Schema(examples = "1") int position,

            @Schema(examples = "0197a3f2-3a6b-7f22-8c95-ad5d3fbe1e16")
            UUID chargeId,

            @Nullable @Schema(examples = "0197a3f2-3a6b-7f22-8c95-ad5d3fbe1e15", description = "What it gives back")
            UUID creditOf,

            @Schema(examples = "Soft skills, monthly") String description,

            @Nullable @Schema(examples = "0197a3f2-1e4f-7b11-8e85-9c4c3f9e0d04")
            UUID subscriptionId,

            Money amount,
            Money discount,
            Money tax,

            @Nullable @Schema(examples = "19", description = "Of all its taxes together")
            BigDecimal taxPercent,

            @Schema(description = "By rate") List<TaxTotalView> taxes,
            @Schema(examples = "2026-01-15") LocalDate periodStart,
            @Schema(examples = "2026-02-15") LocalDate periodEnd) {

        static LineView of(Charge charge) {
            return new LineView(
                    charge.position == null ? 0 : charge.position,
                    charge.id,
                    charge.creditOf,
                    charge.description,
                    charge.subscriptionId,
                    charge.amount.negate(),
                    charge.discount().negate(),
                    charge.tax().negate(),
                    charge.taxPercent,
                    TaxTotalView.negated(List.of(charge)),
                    charge.periodStart,
                    charge.periodEnd);
        }
    }

    static CreditNoteView of(CreditNote note, List<Charge> lines) {
        return new CreditNoteView(
                note.id,
                note.numberText(),
                note.legalEntity,
                note.accountId,
                note.invoiceId,
                note.money(note.subtotalMinor),
                note.money(note.discountMinor),
                note.money(note.taxMinor),
                note.total,
                note.money(note.appliedMinor),
                note.total.minus(note.money(note.appliedMinor)),
                note.issueDate,
                note.reason,
                TaxTotalView.negated(lines),
                lines.stream().map(LineView::of).toList());
    }
}
