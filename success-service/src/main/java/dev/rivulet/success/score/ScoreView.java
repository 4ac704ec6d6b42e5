package dev.rivulet.success.score;

import dev.rivulet.success.score.domain.Component;
import dev.rivulet.success.score.domain.Contribution;
import dev.rivulet.success.score.domain.Input;
import dev.rivulet.success.score.domain.Inputs;
import dev.rivulet.success.score.domain.ScoreBand;
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

        @Schema(
                examples = "0.7000",
                description = "Share of the model's weight that is known, 0 to 1; what has aged is known in part")
        BigDecimal coverage,

        @Schema(nullable = true, examples = "coverage-too-low", description = "Why there is no score") @Nullable
        String reason,

        @Schema(nullable = true, examples = "AT_RISK", description = "By the model's thresholds; null without a score")
        @Nullable
        ScoreBand band,

        UUID modelId,

        @Schema(examples = "1", description = "The version of the model; 1 is the built-in one")
        int modelNumber,

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
                    examples = "0.3",
                    description = "As it was observed, in the component's own unit; null when missing")
            @Nullable
            BigDecimal observed,

            @Schema(
                    nullable = true,
                    examples = "12",
                    description = "Days since it was observed; null of what is true of the day itself")
            @Nullable
            Integer ageDays,

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

        static Part of(Contribution part, @Nullable Input input) {
            return new Part(
                    part.component(),
                    part.weight(),
                    input == null ? null : input.value(),
                    input == null ? null : input.age(),
                    part.value() == null ? null : part.value().setScale(1, RoundingMode.HALF_UP),
                    part.effectiveWeight(),
                    part.contribution());
        }

        static List<Part> of(List<Contribution> parts, Inputs inputs) {
            return parts.stream()
                    .map(part -> of(part, inputs.of(part.component())))
                    .toList();
        }
    }

    static @Nullable String reason(@Nullable BigDecimal score) {
        return score == null ? "coverage-too-low" : null;
    }

    static ScoreView of(ScoreRow row, NumberedModel model) {
        var inputs = row.inputsOn(row.computedOn());
        var score = model.model().score(inputs);
        return new ScoreView(
                row.accountId(),
                score.score(),
                score.coverage(),
                reason(score.score()),
                model.model().band(score.score()),
                model.id(),
                model.number(),
                Part.of(score.contributions(), inputs),
                row.computedAt());
    }
}
