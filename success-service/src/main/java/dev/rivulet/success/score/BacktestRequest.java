package dev.rivulet.success.score;

import dev.rivulet.success.input.Dated;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How a model is to be tried on the past. */
@Schema(examples = """
        {"from": "2024-07-01", "to": "2025-01-01", "stepDays": 30, "horizonDays": 90, "below": 50}""")
record BacktestRequest(
        @NotNull @Dated @Schema(examples = "2024-07-01", description = "First decision day")
        LocalDate from,

        @NotNull
        @Dated
        @Schema(examples = "2025-01-01", description = "No decision day is later; the horizon behind it must be over")
        LocalDate to,

        @Min(value = 1, message = "{days-range}")
        @Max(value = 366, message = "{days-range}")
        @Schema(defaultValue = "30", description = "Days from one decision day to the next")
        @Nullable
        Integer stepDays,

        @Min(value = 1, message = "{days-range}")
        @Max(value = 366, message = "{days-range}")
        @Schema(defaultValue = "90", description = "Days after a decision in which a loss counts")
        @Nullable
        Integer horizonDays,

        @Min(value = 0, message = "{score-range}")
        @Max(value = 100, message = "{score-range}")
        @Schema(
                examples = "50",
                description = "A score below this is an alarm; the model's criticalBelow when left out")
        @Nullable
        Integer below) {}
