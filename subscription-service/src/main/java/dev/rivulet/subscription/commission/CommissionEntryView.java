package dev.rivulet.subscription.commission;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rivulet.kit.money.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An entry as callers see it.
 *
 * @param base net of discounts and tax; negative where it was given back
 * @param cause the invoice that was paid, or the credit note or refund
 * @param statementId the final statement it stands in
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "CommissionEntry")
public record CommissionEntryView(
        @Schema(examples = "0197a3f9-4d5e-7f6a-8b7c-8d9e0f1a2b04")
        UUID id,

        @Schema(
                enumeration = {"ACCRUAL", "REVERSAL", "REINSTATEMENT"},
                examples = "ACCRUAL")
        String kind,

        @Schema(examples = "019b2f80-1c4d-7e55-9a0b-2f6c1d7e8a90")
        UUID partnerId,

        @Schema(examples = "0197a3f1-0d3e-7a10-8d74-8b3b2e8d9c03")
        UUID accountId,

        @Schema(examples = "Northwind Training GmbH") String customerName,

        @Schema(examples = "0197a3f2-1e4f-7b11-8e85-9c4c3f9e0d04")
        UUID subscriptionId,

        @Schema(examples = "0197a3f0-4a0b-7d2e-8b41-5e0e9b5a6900")
        UUID productId,

        @Schema(examples = "0197a3f2-2f5a-7e12-9c85-9d4d3fae0d04")
        UUID invoiceId,

        @Schema(examples = "INV-000001") String invoiceNumber,

        @Schema(examples = "0197a3f2-2f5a-7e12-9c85-9d4d3fae0d05")
        UUID invoiceLineId,

        Money base,

        @JsonFormat(shape = JsonFormat.Shape.STRING) @Schema(type = SchemaType.STRING, examples = "20")
        BigDecimal percent,

        Money amount,
        @Schema(examples = "2026-04-20") LocalDate earnedOn,

        @Schema(examples = "0197a3f2-2f5a-7e12-9c85-9d4d3fae0d04")
        UUID cause,

        Explanation explanation,

        @Nullable @Schema(examples = "0197a3f8-3c4d-7e5f-9a6b-7c8d9e0f1a03")
        UUID statementId,

        @Schema(examples = "2026-04-21T08:05:00Z") Instant recordedAt) {

    static CommissionEntryView of(CommissionEntry entry) {
        return new CommissionEntryView(
                entry.id,
                entry.kind.name(),
                entry.partnerId,
                entry.accountId,
                entry.customerName,
                entry.subscriptionId,
                entry.productId,
                entry.invoiceId,
                entry.invoiceNumber,
                entry.invoiceLineId,
                entry.base(),
                Percents.plain(entry.percent),
                entry.amount,
                entry.earnedOn,
                entry.cause,
                entry.explanation,
                entry.statementId,
                entry.recordedAt);
    }
}
