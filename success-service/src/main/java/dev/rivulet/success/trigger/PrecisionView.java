package dev.rivulet.success.trigger;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rivulet.success.task.TaskOutcome;
import dev.rivulet.success.task.TaskOutcomes;
import dev.rivulet.success.trigger.domain.Precision;
import java.math.BigDecimal;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How often a rule was right. */
@Schema(name = "TriggerPrecision")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PrecisionView(
        UUID ruleId,

        @Schema(examples = "31", description = "Completed as RESOLVED or LOST: there was something to it")
        long trueAlarms,

        @Schema(examples = "4", description = "Completed as FALSE_ALARM")
        long falseAlarms,

        @Schema(examples = "5", description = "Completed as NO_ACTION or DUPLICATE, which says nothing of it")
        long unjudged,

        @Schema(examples = "2", description = "Not completed yet")
        long waiting,

        @Schema(
                examples = "0.8857",
                description = "True of all judged alarms, four decimals; absent below " + Precision.MINIMUM
                        + " of them, too few to tell")
        @Nullable
        BigDecimal precision,

        @Schema(examples = "too-few", description = "Why there is no figure") @Nullable
        String reason,

        @Schema(examples = "0.7405", description = "Lower end of Wilson's interval of 95 %; absent with none judged")
        @Nullable
        BigDecimal low,

        @Schema(examples = "0.9547", description = "Upper end of Wilson's interval of 95 %; absent with none judged")
        @Nullable
        BigDecimal high) {

    static PrecisionView of(UUID rule, TaskOutcomes.Tally tally) {
        var right = 0L;
        var wrong = 0L;
        var unjudged = 0L;
        for (var entry : tally.completed().entrySet()) {
            if (entry.getKey().isTrueAlarm()) {
                right += entry.getValue();
            } else if (entry.getKey() == TaskOutcome.FALSE_ALARM) {
                wrong += entry.getValue();
            } else {
                unjudged += entry.getValue();
            }
        }
        var precision = Precision.of(right, wrong);
        return new PrecisionView(
                rule,
                right,
                wrong,
                unjudged,
                tally.waiting(),
                precision.share(),
                precision.share() == null ? "too-few" : null,
                precision.low(),
                precision.high());
    }
}
