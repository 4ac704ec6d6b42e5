package dev.rivulet.catalog.partner;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the partner has signed. */
@Embeddable
@Schema(name = "PartnerContract", examples = """
        {"reference": "P-2026-017", "signedOn": "2026-01-15"}""")
record Contract(
        @Schema(description = "Number of the paper", examples = "P-2026-017")
        @Column(name = "contract_reference")
        @NotBlank
        @Size(max = 100, message = "{text-too-long}")
        String reference,

        @Schema(description = "Local date, not after today (UTC)", examples = "2026-03-02")
        @Column(name = "contract_signed_on")
        @NotNull
        LocalDate signedOn) {}
