package dev.rivulet.catalog.partner;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An examination passed; the examiner is whoever reports it. */
@Schema(examples = """
        {"playbookId": "019b2f6e-0b1c-7cc3-98c4-dc0c0c07398f", "passedOn": "2026-02-03"}""")
record CertificationRequest(
        @Schema(description = "The version examined; the one published at present") @NotNull
        UUID playbookId,

        @Schema(description = "Local date, not after today (UTC)", examples = "2026-03-20") @NotNull
        LocalDate passedOn) {}
