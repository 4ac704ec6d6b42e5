package dev.rivulet.success.feedback;

import dev.rivulet.success.input.Dated;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A customer's word to record. */
@Schema(name = "FeedbackRequest", examples = """
        {"accountId": "0199b3c2-7d5e-7a10-8f00-2b1c3d4e5f60", "kind": "WISH",
         "text": "Certificates with our logo, please", "productId": "0197a3f0-4a0b-7d2e-8b41-5e0e9b5a6900",
         "feature": "certificates", "contactId": "0197a3f1-1e4f-7b11-8e85-9c4c3f9e0d14", "givenAt": "2025-03-01T09:30:00Z"}""")
public record FeedbackRequest(
        @NotNull @Schema(examples = "0199b3c2-7d5e-7a10-8f00-2b1c3d4e5f60")
        UUID accountId,

        @NotNull @Schema(examples = "WISH") FeedbackKind kind,

        @NotBlank
        @Size(max = 5_000, message = "{text-too-long}")
        @Schema(examples = "Certificates with our logo, please")
        String text,

        @NotNull @Schema(examples = "0197a3f0-4a0b-7d2e-8b41-5e0e9b5a6900", description = "Of the catalog")
        UUID productId,

        @Size(max = 100, message = "{text-too-long}")
        @Schema(examples = "certificates", description = "The feature's key in the catalog")
        @Nullable
        String feature,

        @Schema(description = "Who said it, a contact of the customer") @Nullable
        UUID contactId,

        @Dated @Schema(examples = "2025-03-01T09:30:00Z", description = "Now, if absent; not in the future") @Nullable
        Instant givenAt) {

    FeedbackChange content() {
        return new FeedbackChange(kind, text, productId, feature, contactId);
    }
}
