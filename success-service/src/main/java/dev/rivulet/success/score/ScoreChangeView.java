package dev.rivulet.success.score;

import dev.rivulet.success.score.domain.Cause;
import dev.rivulet.success.score.domain.Component;
import dev.rivulet.success.score.domain.ScoreDelta;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What made a score move between two days: the parts add up to the change to the last digit. */
@Schema(name = "ScoreChangeExplained")
public record ScoreChangeView(
        UUID accountId,

        @Schema(examples = "2025-03-01", description = "Local to the customer")
        LocalDate from,

        @Schema(examples = "2025-03-31", description = "Local to the customer")
        LocalDate to,

        @Schema(
                nullable = true,
                examples = "-17.0",
                description = "Points, one decimal; null when there was no score on one of the days")
        @Nullable
        BigDecimal change,

        @Schema(
                nullable = true,
                examples = "no-score-before",
                description = "Why there is no change: no-score-before or no-score-after")
        @Nullable
        String reason,

        @Schema(description = "By component and cause; empty when there is no change to explain")
        List<Part> parts,

        @Schema(nullable = true, description = "As it stood at the end of the first day; null when nothing was known")
        @Nullable
        ScoreRecordView before,

        @Schema(nullable = true, description = "As it stood at the end of the last day; null when nothing was known")
        @Nullable
        ScoreRecordView after) {

    /** A share of the change. */
    @Schema(name = "ScoreChangePart")
    public record Part(
            Component component,

            @Schema(
                    examples = "BEHAVIOUR",
                    description = "BEHAVIOUR: the customer does other than before; MISSING: the component appeared or"
                            + " vanished, with what the other weights shifted by; DECAY: its observation has aged or"
                            + " was renewed; MODEL: another model judges")
            Cause cause,

            @Schema(examples = "-20.0", description = "Points, one decimal")
            BigDecimal points) {}

    static List<Part> parts(ScoreDelta delta) {
        return delta.parts().stream()
                .map(part -> new Part(part.component(), part.cause(), part.points()))
                .toList();
    }
}
