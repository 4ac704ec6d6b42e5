package dev.rivulet.success.score;

import dev.rivulet.success.score.domain.Component;
import dev.rivulet.success.score.domain.Contribution;
import dev.rivulet.success.score.domain.Score;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A Customer Score with its explanation: the contributions add up to it exactly. */
@Schema(name = "CustomerScore")
public record ScoreView(
        UUID accountId,

        @Schema(
                nullable = true,
                examples = "64.3",
                description = "0 to 100, one decimal; null while too little is known")
        @Nullable
        BigDecimal score,

        @Schema(examples = "0.7000", description = "Share of the model's weight that is known, 0 to 1")
        BigDecimal coverage,

        @Schema(nullable = true, examples = "coverage-too-low", description = "Why there is no score") @Nullable
        String reason,

        List<Part> components,

        @Schema(examples = "2025-03-01T09:30:00Z", description = "Business time")
        Instant computedAt) {

    /** What one component adds. */
    @Schema(name = "ScoreComponent")
    public record Part(
            Component name,

            @Schema(examples = "40", description = "In the model, percent")
            int weight,

            @Schema(
                    nullable = true,
                    examples = "37.5",
                    description = "0 to 100, one decimal; null when missing, which is not 0")
            @Nullable
            BigDecimal value,

            @Schema(
                    examples = "57.14",
                    description = "Percent, after the weights of missing components went to the others")
            BigDecimal effectiveWeight,

            @Schema(
                    nullable = true,
                    examples = "21.4",
                    description = "Points of the score; null when there is no score")
            @Nullable
            BigDecimal contribution) {

        static Part of(Contribution part) {
            return new Part(
                    part.component(),
                    part.weight(),
                    part.value() == null ? null : part.value().setScale(1, RoundingMode.HALF_UP),
                    part.effectiveWeight(),
                    part.contribution());
        }
    }

    static ScoreView of(CustomerScore stored, Score score) {
        return new ScoreView(
                stored.accountId,
                score.score(),
                score.coverage(),
                score.score() == null ? "coverage-too-low" : null,
                score.contributions().stream().map(Part::of).toList(),
                stored.computedAt);
    }
}
