package dev.rivulet.subscription.payment;

import dev.rivulet.kit.money.Money;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Money that was received.
 *
 * @param invoiceId the invoice it is for, which takes no more than is due; or
 * @param accountId the customer it is from, and
 * @param invoiceIds which of the customer's invoices it pays first, in this order
 * @param amount positive, in the customer's currency
 * @param reference the bank's own; a tenant can use it once
 * @param receivedOn the bank's day
 */
@Schema(name = "PaymentRequest", examples = """
        {"invoiceId": "0197a3f2-2f5a-7e12-9c85-9d4d3fae0d04", "amount": {"amount": "49.00", "currency": "EUR"},
         "method": "BANK_TRANSFER", "reference": "2026-01-20/000417", "receivedOn": "2026-01-20"}""")
public record PaymentRequest(
        @Nullable
        @Schema(
                examples = "0197a3f2-2f5a-7e12-9c85-9d4d3fae0d04",
                description = "The invoice it is for, which takes no more than is due; or accountId")
        UUID invoiceId,

        @Nullable @Schema(description = "The customer it is from: pays its invoices, the rest goes to its balance")
        UUID accountId,

        @Nullable
        @Size(max = 100, message = "{list-too-long}")
        @Schema(description = "With accountId: which invoices are paid first, in this order; then the oldest due")
        List<@NotNull UUID> invoiceIds,

        @NotNull @Schema(description = "Positive, in the customer's currency")
        Money amount,

        @NotNull PaymentMethod method,

        @NotBlank
        @Size(max = 140, message = "{text-too-long}")
        @Schema(examples = "2026-01-20/000417", description = "The bank's own reference; usable once")
        String reference,

        @NotNull @Schema(examples = "2026-01-20", description = "The bank's day; not in the future")
        LocalDate receivedOn) {}
