package dev.rivulet.success.digest;

import dev.rivulet.success.digest.domain.Week;
import dev.rivulet.success.release.Team;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a function of the company has to know of a week. */
@Schema(name = "Digest")
public record DigestView(
        Team function,

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

        Content content) {

    static DigestView of(Team team, Week week, @Nullable Instant closedAt, Content content) {
        return new DigestView(
                team,
                week.toString(),
                week.begin(),
                week.end(),
                closedAt,
                content.releases().stream()
                        .filter(release -> release.missing().contains(team))
                        .map(Content.Release::id)
                        .toList(),
                content);
    }
}
