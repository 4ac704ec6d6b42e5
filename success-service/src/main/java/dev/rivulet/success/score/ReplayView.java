package dev.rivulet.success.score;

import dev.rivulet.success.score.domain.ScoreBand;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a model says of the inputs of a day, beside the score there was. */
@Schema(name = "ScoreReplay")
record ReplayView(
        @Schema(examples = "2025-03-01", description = "Local to the customer")
        LocalDate day,

        @Schema(nullable = true, examples = "64.3", description = "The score there was; null when there was none")
        @Nullable
        BigDecimal recorded,

        @Schema(examples = "1", description = "The version of the model it was computed by")
        int recordedModelNumber,

        @Schema(
                nullable = true,
                examples = "41.2",
                description = "By the model replayed; null when too little was known")
        @Nullable
        BigDecimal score,

        @Schema(examples = "0.7000", description = "By the model replayed")
        BigDecimal coverage,

        @Schema(nullable = true, examples = "CRITICAL", description = "By the model replayed") @Nullable
        ScoreBand band,

        @Schema(description = "By the model replayed") List<ScoreView.Part> components) {

    static ReplayView of(ScoreRow row, NumberedModel recorded, NumberedModel replayed) {
        var score = replayed.model().score(row.inputs());
        return new ReplayView(
                row.day(),
                row.score(),
                recorded.number(),
                score.score(),
                score.coverage(),
                replayed.model().band(score.score()),
                ScoreView.Part.of(score.contributions(), row.inputs()));
    }
}
