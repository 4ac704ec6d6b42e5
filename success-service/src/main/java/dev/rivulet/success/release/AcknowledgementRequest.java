package dev.rivulet.success.release;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** That a function of the company knows. */
@Schema(name = "AcknowledgementRequest", examples = """
        {"function": "SUPPORT"}""")
public record AcknowledgementRequest(
        @NotNull @Schema(examples = "SUPPORT") Team function) {}
