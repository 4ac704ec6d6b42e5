package dev.rivulet.success.value;

import dev.rivulet.success.input.Dated;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A later day that both sides agree on. */
@Schema(name = "ExtensionRequest", examples = """
        {"dueOn": "2025-06-01", "agreedWith": "Anna Petrova, head of HR",
         "reason": "The second assessment is in May"}""")
record ExtensionRequest(
        @NotNull
        @Dated
        @Schema(
                examples = "2025-06-01",
                description = "Local to the customer; later than both the day" + " before it and today")
        LocalDate dueOn,

        @NotBlank
        @Size(max = 200, message = "{text-too-long}")
        @Schema(examples = "Anna Petrova, head of HR", description = "Who agreed on the customer's side")
        String agreedWith,

        @NotBlank @Size(max = 2_000, message = "{text-too-long}") @Schema(examples = "The second assessment is in May")
        String reason) {}
