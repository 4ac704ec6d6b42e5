package dev.rivulet.catalog.partner;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why a partner stops selling. */
@Schema(name = "PartnerStopReason", examples = """
        {"reason": "Sold outside of its territory twice"}""")
record Reason(
        @Schema(examples = "Sold outside of its territory twice")
        @NotBlank
        @Size(max = 1_000, message = "{text-too-long}")
        String reason) {}
