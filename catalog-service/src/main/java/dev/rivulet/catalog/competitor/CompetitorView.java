package dev.rivulet.catalog.competitor;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A competitor or alternative. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Competitor")
record CompetitorView(
        UUID id,

        @Schema(description = "Quoted, it is the ETag to change this competitor with")
        long version,

        @Schema(examples = "VideoLearn") String name,
        CompetitorKind kind,

        @Schema(examples = "https://videolearn.example") @Nullable
        String website,

        @Schema(examples = "Video courses by subscription") @Nullable
        String description,

        Instant createdAt) {

    static CompetitorView of(Competitor competitor) {
        return new CompetitorView(
                competitor.id,
                competitor.version,
                competitor.name,
                competitor.kind,
                competitor.website,
                competitor.description,
                competitor.createdAt);
    }
}
