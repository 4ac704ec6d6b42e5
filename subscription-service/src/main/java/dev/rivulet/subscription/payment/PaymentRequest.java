package dev.rivulet.subscription.payment;

import dev.rivulet.kit.money.Money;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Money that was received.
 *
 * @param amount positive, in the invoice's currency, no more than is due
 * @param reference the bank's own; a tenant can use it once
 * @param receivedOn the bank's day
 */
@Schema(name = "PaymentRequest")
public record PaymentRequest(
        @NotNull @Schema(examples = "0197a3f2-2f5a-7e12-9c85-9d4d3fae0d04")
        UUID invoiceId,

        @NotNull @Schema(description = "Positive, in the invoice's currency, no more than is due")
        Money amount,

        @NotNull PaymentMethod method,

        @NotBlank
        @Size(max = 140, message = "{text-too-long}")
        @Schema(examples = "2026-01-20/000417", description = "The bank's own reference; usable once")
        String reference,

        @NotNull @Schema(examples = "2026-01-20", description = "The bank's day; not in the future")
        LocalDate receivedOn) {}
