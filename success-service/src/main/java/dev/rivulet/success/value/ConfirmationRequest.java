package dev.rivulet.success.value;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The customer's word on the last measurement. */
@Schema(name = "ConfirmationRequest", examples = """
        {"confirmedBy": "Anna Petrova, head of HR"}""")
public record ConfirmationRequest(
        @NotBlank
        @Size(max = 200, message = "{text-too-long}")
        @Schema(examples = "Anna Petrova, head of HR", description = "Who confirms on the customer's side")
        String confirmedBy) {}
