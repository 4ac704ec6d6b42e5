package dev.rivulet.success.request;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What was put into a request at once. */
@Schema(name = "RequestMerge")
public record MergeView(
        UUID id,

        @Schema(
                nullable = true,
                examples = "0199b3c2-7d5e-7a10-8f00-2b1c3d4e5f7a",
                description = "The request that was put into it; null for single words")
        @Nullable
        UUID requestId,

        List<UUID> feedbackIds,
        @Schema(examples = "mila.horn@acme.example") String mergedBy,
        @Schema(examples = "2026-03-01T09:30:00Z") Instant mergedAt,

        @Schema(nullable = true, examples = "mila.horn@acme.example", description = "Who took it out again") @Nullable
        String undoneBy,

        @Schema(nullable = true, examples = "2026-03-02T10:00:00Z") @Nullable
        Instant undoneAt) {

    static MergeView of(RequestMerge merge) {
        return new MergeView(
                merge.id,
                merge.mergedRequestId,
                merge.feedbackIds,
                merge.mergedBy,
                merge.mergedAt,
                merge.undoneBy,
                merge.undoneAt);
    }
}
