package dev.rivulet.success.release;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What came out, and which functions of the company know of it. */
@Schema(name = "ReleaseNews")
public record ReleaseView(
        UUID id,
        UUID productId,
        @Schema(examples = "Weekly report to the manager") String title,

        @Schema(examples = "Managers see **who practised** every Monday.", description = "Markdown")
        String notes,

        @Schema(examples = "[\"weekly-report\"]", description = "Keys of the product's features that it touches")
        List<String> features,

        @Schema(examples = "2026-03-02T09:00:00Z") Instant announcedAt,

        @Schema(description = "By functions that know of it, earliest first")
        List<AcknowledgementView> acknowledgements,

        @Schema(examples = "[\"MARKETING\"]", description = "Functions that have not said so yet")
        List<Team> missing) {

    static ReleaseView of(Release release, List<AcknowledgementView> acknowledgements) {
        var missing = EnumSet.allOf(Team.class);
        acknowledgements.forEach(acknowledgement -> missing.remove(acknowledgement.function()));
        return new ReleaseView(
                release.id(),
                release.product(),
                release.title(),
                release.notes(),
                release.features(),
                release.announcedAt(),
                acknowledgements,
                List.copyOf(missing));
    }
}
