package dev.rivulet.subscription.registration;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Whom a partner brings, for which product.
 *
 * @param partnerId needed of the company's own people; a partner's token names its partner itself
 * @param taxId the same as another's however it is spaced
 */
@Schema(name = "DealRegistrationRequest", examples = """
        {"partnerId": "0197a3f0-4a0b-7b2d-8a41-5e0e0b5a6903",
         "productId": "0197a3f0-4a0b-7b2d-8a41-5e0e0b5a6901", "customerName": "Northwind Training GmbH",
         "taxId": "DE 123 456 789", "domain": "northwind.example",
         "note": "Met the HR head at a fair, budget approved"}""")
public record RegistrationRequest(
        @Nullable
        @Schema(
                examples = "019b2f80-1c4d-7e55-9a0b-2f6c1d7e8a90",
                description = "An active partner; left out by a partner's token, which names it itself")
        UUID partnerId,

        @NotNull @Schema(examples = "0197a3f0-4a0b-7d2e-8b41-5e0e9b5a6900", description = "A product with an offer")
        UUID productId,

        @NotBlank @Size(max = 200, message = "{text-too-long}") @Schema(examples = "Northwind Training GmbH")
        String customerName,

        @Nullable
        @Size(max = 40, message = "{text-too-long}")
        @Schema(examples = "DE 123 456 789", description = "As in the customer's country; spaces do not count")
        String taxId,

        @Nullable
        @Size(max = 253, message = "{text-too-long}")
        @Pattern(
                regexp =
                        "([\\p{L}\\p{N}]([\\p{L}\\p{N}-]{0,61}[\\p{L}\\p{N}])?\\.){1,10}\\p{L}[\\p{L}\\p{N}-]{0,61}[\\p{L}\\p{N}]",
                message = "{domain-invalid}")
        @Schema(examples = "northwind.example", description = "The customer's own, no mail provider's")
        String domain,

        @Nullable
        @Size(max = 1_000, message = "{text-too-long}")
        @Schema(examples = "Met the HR head at a fair, budget approved")
        String note) {}
