package dev.rivulet.catalog.casestudy;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the customer said about telling the story. */
record ConsentRequest(
        @NotNull Consent consent,

        @Schema(examples = "Anna Berger, HR head") @NotBlank @Size(max = 200, message = "{text-too-long}")
        String givenBy,

        @Schema(examples = "2026-04-12") @NotNull LocalDate givenOn) {}
