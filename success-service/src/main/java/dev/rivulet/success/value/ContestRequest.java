package dev.rivulet.success.value;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The customer's objection to the last measurement. */
@Schema(name = "ContestRequest", examples = """
        {"contestedBy": "Anna Petrova, head of HR",
         "reason": "Only 9 of 25 employees took part in the assessment"}""")
record ContestRequest(
        @NotBlank
        @Size(max = 200, message = "{text-too-long}")
        @Schema(examples = "Anna Petrova, head of HR", description = "Who objects on the customer's side")
        String contestedBy,

        @NotBlank
        @Size(max = 2_000, message = "{text-too-long}")
        @Schema(examples = "Only 9 of 25 employees took part in the assessment")
        String reason) {}
