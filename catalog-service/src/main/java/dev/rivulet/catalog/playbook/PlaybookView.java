package dev.rivulet.catalog.playbook;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A version of a playbook. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Playbook")
record PlaybookView(
        UUID id,

        @Schema(description = "Quoted, it is the ETag to change this draft with")
        long version,

        UUID productId,

        @Schema(description = "Absent when it is for every segment of the product") @Nullable
        UUID segmentId,

        @Schema(description = "What people are certified on", examples = "1")
        int playbookVersion,

        PlaybookStatus status,

        @Schema(examples = "Selling the soft skills trainer to HR heads")
        String title,

        List<Step> steps,
        List<Objection> objections,
        Instant createdAt,
        @Nullable Instant publishedAt,
        @Nullable Instant supersededAt) {

    static PlaybookView of(Playbook playbook) {
        return new PlaybookView(
                playbook.id,
                playbook.version,
                playbook.productId,
                playbook.segmentId,
                playbook.playbookVersion,
                playbook.status,
                playbook.title,
                playbook.steps,
                playbook.objections,
                playbook.createdAt,
                playbook.publishedAt,
                playbook.supersededAt);
    }
}
