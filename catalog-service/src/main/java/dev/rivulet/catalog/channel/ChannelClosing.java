package dev.rivulet.catalog.channel;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The decision that partners stop selling. */
@Schema(examples = """
        {"reason": "Partners discounted below our own price"}""")
record ChannelClosing(
        @Schema(examples = "Partners discounted below our own price")
        @NotBlank
        @Size(max = 1_000, message = "{text-too-long}")
        String reason) {}
