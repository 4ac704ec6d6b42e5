package dev.rivulet.subscription.billing;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why something is given up. */
@Schema(name = "ReasonRequest", examples = """
        {"reason": "Our mistake"}""")
public record ReasonRequest(
        @NotBlank @Size(max = 500, message = "{text-too-long}") @Schema(examples = "Our mistake")
        String reason) {}
