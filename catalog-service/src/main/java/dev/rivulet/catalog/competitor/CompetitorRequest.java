package dev.rivulet.catalog.competitor;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A competitor or alternative, whole. */
@Schema(examples = """
        {"name": "VideoLearn", "kind": "COMPETITOR", "website": "https://videolearn.example",
         "description": "Libraries of recorded lectures, sold by the seat"}""")
record CompetitorRequest(
        @Schema(description = "Unique", examples = "VideoLearn") @NotBlank @Size(max = 200, message = "{text-too-long}")
        String name,

        @NotNull CompetitorKind kind,

        @Schema(examples = "https://videolearn.example")
        @Size(max = 300, message = "{text-too-long}")
        @Pattern(regexp = "https?://[^\\s\"'<>]+", message = "{url-format}")
        @Nullable
        String website,

        @Schema(examples = "Libraries of recorded lectures, sold by the seat")
        @Size(max = 2_000, message = "{text-too-long}")
        @Nullable
        String description) {

    static CompetitorRequest of(Competitor competitor) {
        return new CompetitorRequest(competitor.name, competitor.kind, competitor.website, competitor.description);
    }
}
