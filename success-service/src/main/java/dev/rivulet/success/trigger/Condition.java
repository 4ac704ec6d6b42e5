package dev.rivulet.success.trigger;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rivulet.success.trigger.domain.Alarm;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a rule watches. */
@Schema(name = "TriggerCondition")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Condition(
        @NotNull
        @Schema(
                examples = "SCORE_BELOW",
                description =
                        "SCORE_BELOW: points of the score or of a component; SCORE_DROP: points by which the score is lower"
                                + " than 30 days ago; PAYMENT_OVERDUE: days the oldest unpaid invoice is overdue; LICENCES_IDLE:"
                                + " percent of the licences nobody has used for 28 days; LICENCES_FULL: percent of the"
                                + " licences taken by users of 28 days or, where the customer says so, by their holders;"
                                + " RENEWAL_NEAR: days to the next renewal or decided end of a subscription;"
                                + " CONSUMPTION_DROP: percent by which user-days fell against the four weeks before;"
                                + " ACCOUNT_SUSPENDED: service is stopped for debts; LOW_ANSWER: somebody answered a survey"
                                + " with NPS 0 to 6, CSAT 1 or 2, CES 1 to 3; PROMISE_OVERDUE: a promise's day has gone by"
                                + " without the customer's word; these three have no value")
        ConditionKind kind,

        @Schema(
                type = SchemaType.STRING,
                examples = "50",
                description =
                        "The bound: below it (SCORE_BELOW, RENEWAL_NEAR), or at it and above (the others), the rule"
                                + " fires")
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        @Nullable
        BigDecimal at,

        @Schema(
                type = SchemaType.STRING,
                examples = "55",
                description =
                        "Only when the value is as good as this can the rule fire anew, so that a value that trembles"
                                + " around the bound calls once; left out, the bound itself")
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        @Nullable
        BigDecimal rearmAt,

        @Schema(
                type = SchemaType.STRING,
                examples = "5",
                description = "Fires again when the value, still bad, is worse by so much than when it last fired; left"
                        + " out, never")
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        @Nullable
        BigDecimal worsening,

        @Size(max = 60, message = "{text-too-long}")
        @Schema(examples = "NPS", description = "Of SCORE_BELOW: this component's value instead of the score")
        @Nullable
        String component) {

    /** When it fires, for a kind that has a value. */
    Alarm alarm(int cooldownDays) {
        var bound = Objects.requireNonNull(at);
        return new Alarm(
                Objects.requireNonNull(kind.direction),
                bound,
                rearmAt == null ? bound : rearmAt,
                worsening,
                cooldownDays);
    }
}
