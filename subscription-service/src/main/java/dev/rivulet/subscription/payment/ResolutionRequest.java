package dev.rivulet.subscription.payment;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What somebody found out of a payment. */
@Schema(name = "ResolutionRequest", examples = """
        {"succeeded": true, "detail": "pi_3NtE1x2eZvKYlo2C"}""")
public record ResolutionRequest(
        @NotNull @Schema(examples = "true", description = "Whether the money came")
        Boolean succeeded,

        @NotBlank
        @Size(max = 100, message = "{text-too-long}")
        @Schema(examples = "pi_3NtE1x2eZvKYlo2C", description = "The provider's name for it, or why it failed")
        String detail) {}
