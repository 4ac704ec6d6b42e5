package dev.rivulet.catalog.partner;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A client's word. */
@Schema(examples = """
        {"confirmedBy": "Lena Moser, head of HR", "confirmedOn": "2026-02-03"}""")
record ReferenceConfirmation(
        @Schema(description = "Who gave it", examples = "Lena Moser, head of HR")
        @NotBlank
        @Size(max = 200, message = "{text-too-long}")
        String confirmedBy,

        @Schema(
                description = "Local date, not after today (UTC) and not before the client's last word",
                examples = "2026-03-11")
        @NotNull
        LocalDate confirmedOn) {}
