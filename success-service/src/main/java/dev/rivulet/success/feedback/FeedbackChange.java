package dev.rivulet.success.feedback;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What may be changed of a customer's word. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "FeedbackChange")
public record FeedbackChange(
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
        UUID contactId) {}
