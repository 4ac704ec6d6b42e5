package dev.rivulet.catalog.product;

import dev.rivulet.catalog.product.domain.Gate;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A waiver to sign. */
@Schema(examples = """
        {"gate": "VALIDATION", "reason": "The founder sold the same product for ten years elsewhere"}""")
record WaiverRequest(
        @Schema(description = "VALIDATION wants interviews, ACTIVATION pre-sales") @NotNull
        Gate gate,

        @Schema(examples = "The founder sold the same product for ten years elsewhere")
        @NotBlank
        @Size(max = 1_000, message = "{text-too-long}")
        String reason) {

    static WaiverRequest of(Waiver waiver) {
        return new WaiverRequest(waiver.gate, waiver.reason);
    }
}
