package dev.rivulet.success.score;

import dev.rivulet.kit.money.Money;
import dev.rivulet.success.score.domain.ScoreBand;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A score there was, with its inputs and what each gave by the model of its time. */
@Schema(name = "ScoreRecord")
public record ScoreRecordView(
        @Schema(examples = "2025-03-01", description = "Local to the customer")
        LocalDate day,

        @Schema(examples = "2025-03-01T09:30:00Z", description = "Business time")
        Instant computedAt,

        @Schema(
                nullable = true,
                examples = "64.3",
                description = "0 to 100, one decimal; null when too little was known")
        @Nullable
        BigDecimal score,

        @Schema(examples = "0.7000", description = "Share of the model's weight that was known, 0 to 1")
        BigDecimal coverage,

        @Schema(nullable = true, examples = "coverage-too-low", description = "Why there was no score") @Nullable
        String reason,

        @Schema(nullable = true, examples = "AT_RISK") @Nullable
        ScoreBand band,

        UUID modelId,
        @Schema(examples = "1") int modelNumber,

        @Schema(
                nullable = true,
                description = "Monthly recurring revenue of the day; null of one that had never had a subscription")
        @Nullable
        Money mrr,

        List<ScoreView.Part> components) {

    static ScoreRecordView of(ScoreRow row, NumberedModel model) {
        var score = model.model().score(row.inputs());
        return new ScoreRecordView(
                row.day(),
                row.computedAt(),
                score.score(),
                score.coverage(),
                ScoreView.reason(score.score()),
                model.model().band(score.score()),
                model.id(),
                model.number(),
                row.mrr(),
                ScoreView.Part.of(score.contributions(), row.inputs()));
    }
}
