package dev.rivulet.catalog.partner;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An examination passed; the examiner is whoever reports it. */
record CertificationRequest(
        @Schema(description = "The version examined; the one published at present") @NotNull
        UUID playbookId,

        @Schema(description = "Local date, not after today (UTC)", examples = "2026-03-20") @NotNull
        LocalDate passedOn) {}
