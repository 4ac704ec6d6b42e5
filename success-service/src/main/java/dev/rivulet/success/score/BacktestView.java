package dev.rivulet.success.score;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A trial of a model on the past. */
@Schema(name = "ScoreBacktest")
record BacktestView(
        UUID id,
        UUID modelId,

        @Schema(description = "Whether there were losses enough for it to speak for the model")
        boolean sufficient,

        @Schema(nullable = true, examples = "too-few-losses", description = "Why it does not") @Nullable
        String reason,

        BacktestResult result,

        @Schema(examples = "2025-09-01T09:30:00Z", description = "Business time")
        Instant createdAt) {

    static BacktestView of(BacktestRun run) {
        return new BacktestView(
                run.id,
                run.modelId,
                run.sufficient,
                run.sufficient ? null : "too-few-losses",
                run.result,
                run.createdAt);
    }
}
