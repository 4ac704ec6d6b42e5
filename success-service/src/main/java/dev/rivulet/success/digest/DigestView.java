package dev.rivulet.success.digest;

import dev.rivulet.success.digest.domain.Week;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a function of the company has to know of a week. */
@Schema(name = "Digest")
public record DigestView(
        DigestFunction function,

        @Schema(examples = "2026-W12", description = "Of ISO 8601, in UTC")
        String week,

        @Schema(examples = "2026-03-16T00:00:00Z") Instant from,

        @Schema(examples = "2026-03-23T00:00:00Z", description = "Excluded")
        Instant until,

        @Schema(
                nullable = true,
                examples = "2026-03-23T06:00:00Z",
                description = "From when on it reads the same; null while the week goes on")
        @Nullable
        Instant closedAt,

        @Schema(description = "Releases of the week that this function had not acknowledged")
        List<UUID> toAcknowledge,

        @Schema(
                description =
                        "What this function is to look at before all else, in this order; the content is everything")
        List<Concern> concerns,

        Content content) {

    static DigestView of(DigestFunction function, Week week, @Nullable Instant closedAt, Content content) {
        return new DigestView(
                function,
                week.toString(),
                week.begin(),
                week.end(),
                closedAt,
                content.releases().stream()
                        .filter(function::misses)
                        .map(Content.Release::id)
                        .toList(),
                function.concerns(content),
                content);
    }
}
