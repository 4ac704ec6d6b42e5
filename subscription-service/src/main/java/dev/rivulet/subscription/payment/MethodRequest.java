package dev.rivulet.subscription.payment;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A way to pay.
 *
 * @param token the provider's name for the card
 * @param automatic whether invoices are collected by it as they come; cards are unless said otherwise
 */
@Schema(name = "PaymentMethodRequest", examples = """
        {"type": "CARD_SANDBOX", "token": "ok", "label": "Visa 4242", "automatic": true}""")
public record MethodRequest(
        @NotNull @Schema(examples = "CARD_SANDBOX") PaymentMethod type,

        @Nullable
        @Size(max = 100, message = "{text-too-long}")
        @Schema(
                examples = "ok",
                description = "The provider's name for the card, never its number; in a sandbox `ok`,"
                        + " `decline:<code>` or `timeout`. None for a bank transfer")
        String token,

        @Nullable
        @Size(max = 100, message = "{text-too-long}")
        @Schema(examples = "cus_NffrFeUfNV2Hib", description = "The provider's name for the card's owner")
        String customerToken,

        @Nullable @Size(max = 100, message = "{text-too-long}") @Schema(examples = "Visa 4242")
        String label,

        @Nullable @Schema(description = "Collect invoices by it as they come; default true, false for a bank transfer")
        Boolean automatic) {}
