package dev.rivulet.catalog.release;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A release. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Release")
record ReleaseView(
        UUID id,

        @Schema(description = "Quoted, it is the ETag to change this release with")
        long version,

        UUID productId,
        @Schema(examples = "Weekly report to the manager") String title,

        @Schema(examples = "The weekly report can be exported", description = "Markdown")
        String notes,

        @Schema(examples = "[\"weekly-report\"]") List<String> features,
        List<Requester> requesters,
        ReleaseStatus status,
        Instant createdAt,
        @Nullable Instant announcedAt,

        @Schema(description = "The user of the token", examples = "sales@acme") @Nullable
        String announcedBy) {

    static ReleaseView of(Release release) {
        return new ReleaseView(
                release.id,
                release.version,
                release.productId,
                release.title,
                release.notes,
                release.features,
                release.requesters,
                release.status,
                release.createdAt,
                release.announcedAt,
                release.announcedBy);
    }
}
