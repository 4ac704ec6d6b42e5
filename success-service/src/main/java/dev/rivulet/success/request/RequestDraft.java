package dev.rivulet.success.request;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A request to make of a customer's wish; product and feature are the wish's. */
@Schema(name = "RequestDraft", examples = """
        {"feedbackId": "0199b3c2-7d5e-7a10-8f00-2b1c3d4e5f78", "title": "Certificates with the customer's logo",
         "description": "For what employees hang on the wall"}""")
public record RequestDraft(
        @NotNull @Schema(examples = "0199b3c2-7d5e-7a10-8f00-2b1c3d4e5f78", description = "A WISH in no request yet")
        UUID feedbackId,

        @NotBlank
        @Size(max = 200, message = "{text-too-long}")
        @Schema(examples = "Certificates with the customer's logo")
        String title,

        @Size(max = 5_000, message = "{text-too-long}") @Nullable
        String description) {}
