package dev.rivulet.subscription.payment;

import dev.rivulet.kit.money.Money;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A payment that was taken back. */
@Schema(name = "DisputeRequest", examples = """
        {"amount": {"amount": "9.00", "currency": "EUR"}, "providerDisputeId": "dp_1NtE1x2eZvKYlo2C",
         "reason": "fraudulent"}""")
public record DisputeRequest(
        @NotNull @Schema(description = "Positive, no more than the payment has left")
        Money amount,

        @Nullable
        @Size(max = 100, message = "{text-too-long}")
        @Schema(
                examples = "dp_1NtE1x2eZvKYlo2C",
                description = "The provider's name for it; told twice, it counts once")
        String providerDisputeId,

        @NotBlank @Size(max = 500, message = "{text-too-long}") @Schema(examples = "fraudulent")
        String reason) {}
