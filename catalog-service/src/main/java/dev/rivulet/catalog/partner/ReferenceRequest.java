package dev.rivulet.catalog.partner;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A client to be asked. */
@Schema(examples = """
        {"client": "Bergbahn AG", "contact": "Lena Moser, head of HR"}""")
record ReferenceRequest(
        @Schema(description = "The client's company; once per partner", examples = "Bergbahn AG")
        @NotBlank
        @Size(max = 200, message = "{text-too-long}")
        String client,

        @Schema(description = "Whom to ask", examples = "Lena Moser, head of HR")
        @Size(max = 200, message = "{text-too-long}")
        @Nullable
        String contact) {}
