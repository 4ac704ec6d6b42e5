package dev.rivulet.success.score;

import dev.rivulet.kit.money.Money;
import dev.rivulet.success.figure.ShareView;
import dev.rivulet.success.score.domain.BacktestFigures;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a model would have told, beside what the model in force would have. */
@Schema(name = "ScoreBacktestResult")
record BacktestResult(
        @Schema(examples = "2025-01-01") LocalDate from,
        @Schema(examples = "2025-06-01") LocalDate to,
        @Schema(examples = "30") int stepDays,
        @Schema(examples = "90") int horizonDays,

        @Schema(examples = "50", description = "A score below this was an alarm")
        BigDecimal below,

        @Schema(examples = "10", description = "With fewer losses in the period nothing is proved")
        int minimumLosses,

        Figures candidate,
        UUID inForceId,

        @Schema(description = "The model in force at the time of the test, over the same days, by its own threshold")
        Figures inForce) {

    private static final String LOW =
            "Lower end of Wilson's interval of 95 %; wider in truth, for a customer may be counted several times";
    private static final String HIGH = "Upper end of it";

    /** The figures of one model. */
    @Schema(name = "ScoreBacktestFigures")
    record Figures(
            @Schema(examples = "1200", description = "How often a paying customer was looked at")
            long decisions,

            @Schema(examples = "40", description = "Of these, without a score")
            long unscored,

            @Schema(examples = "60", description = "Of these, with a score below the threshold")
            long alarms,

            @Schema(examples = "45", description = "Alarms that a loss followed within the horizon")
            long trueAlarms,

            @Schema(
                    examples = "180",
                    description =
                            "Decisions that a loss followed within the horizon, alarm or not; 0 of those before it was"
                                    + " counted")
            long followed,

            @Schema(
                    nullable = true,
                    examples = "0.1500",
                    description = "Of all decisions: as often would alarms at random be right")
            @Nullable
            BigDecimal baseRate,

            @Schema(nullable = true, examples = "0.7500", description = "True alarms per alarm; null without alarms")
            @Nullable
            BigDecimal precision,

            @Schema(nullable = true, examples = "0.6277", description = LOW) @Nullable
            BigDecimal precisionLow,

            @Schema(nullable = true, examples = "0.8422", description = HIGH) @Nullable
            BigDecimal precisionHigh,

            @Schema(examples = "30", description = "Times that recurring revenue fell, or ended")
            long losses,

            @Schema(examples = "24", description = "Losses that an alarm came before")
            long caught,

            @Schema(nullable = true, examples = "0.8000", description = "Losses caught per loss; null without losses")
            @Nullable
            BigDecimal recall,

            @Schema(nullable = true, examples = "0.6269", description = LOW) @Nullable
            BigDecimal recallLow,

            @Schema(nullable = true, examples = "0.9050", description = HIGH) @Nullable
            BigDecimal recallHigh,

            @Schema(
                    nullable = true,
                    examples = "61",
                    description = "Days from the first alarm of the horizon to the loss; null when none was caught")
            @Nullable
            Long medianLeadDays,

            @Schema(description = "Monthly recurring revenue lost, for each currency")
            List<Money> lost,

            @Schema(description = "Of this, what an alarm came before")
            List<Money> caughtMoney) {

        static Figures of(BacktestFigures figures) {
            var precision = ShareView.of(figures.precision());
            var recall = ShareView.of(figures.recall());
            return new Figures(
                    figures.decisions(),
                    figures.unscored(),
                    figures.alarms(),
                    figures.trueAlarms(),
                    figures.followed(),
                    ShareView.of(figures.baseRate()).share(),
                    precision.share(),
                    precision.low(),
                    precision.high(),
                    figures.losses(),
                    figures.caught(),
                    recall.share(),
                    recall.low(),
                    recall.high(),
                    figures.medianLead(),
                    figures.lost(),
                    figures.saveable());
        }
    }
}
