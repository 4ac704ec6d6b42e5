package dev.rivulet.catalog.channel;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The decision to let partners sell. */
@Schema(examples = """
        {"waiver": "A pilot with one reseller, agreed with the board"}""")
record ChannelOpeningRequest(
        @Schema(
                description = "Why although something is missing; the caller signs it. Not needed when nothing is",
                examples = "A pilot with one reseller, agreed with the board")
        @Size(max = 1_000, message = "{text-too-long}")
        @Pattern(regexp = "[\\s\\S]*\\S[\\s\\S]*", message = "{waiver-blank}")
        @Nullable
        String waiver) {}
