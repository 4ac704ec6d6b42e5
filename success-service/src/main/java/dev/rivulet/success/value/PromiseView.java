package dev.rivulet.success.value;

import dev.rivulet.success.value.domain.PromiseStatus;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A promised benefit and where it stands; figures are decimal texts in its unit. */
@Schema(name = "Promise")
public record PromiseView(
        UUID id,
        UUID accountId,
        UUID subscriptionId,
        UUID propositionId,
        @Schema(examples = "3") long propositionVersion,
        @Schema(examples = "soft-skills-score") String metric,
        @Schema(examples = "points") String unit,
        @Schema(examples = "52") String baseline,
        @Schema(examples = "70") String target,

        @Schema(examples = "2025-05-01", description = "Local to the customer")
        LocalDate dueOn,

        @Schema(examples = "2025-04-15", description = "As signed; the due day may have been put off since")
        LocalDate originallyDueOn,

        PromiseStatus status,
        @Schema(nullable = true) @Nullable Latest latestMeasurement,

        @Schema(nullable = true, examples = "Anna Petrova, head of HR") @Nullable
        String confirmedBy,

        @Schema(nullable = true, examples = "2025-04-20") @Nullable
        LocalDate confirmedOn) {

    /** The measurement of the latest day that the customer does not dispute. */
    @Schema(name = "LatestMeasurement")
    public record Latest(
            @Schema(examples = "71.5") String value,
            @Schema(examples = "2025-04-15") LocalDate measuredOn,

            @Schema(examples = "1.0833", description = "0 at the baseline, 1 at the target; four decimals")
            BigDecimal progress) {}

    static PromiseView of(Promise promise) {
        var value = promise.measured;
        var day = promise.measuredOn;
        return new PromiseView(
                promise.id,
                promise.accountId,
                promise.subscriptionId,
                promise.propositionId,
                promise.propositionVersion,
                promise.metric,
                promise.unit,
                plain(promise.baseline),
                plain(promise.target),
                promise.dueOn,
                promise.originallyDueOn,
                promise.status,
                value == null || day == null
                        ? null
                        : new Latest(plain(value), day, promise.goal().progress(value)),
                promise.confirmedBy,
                promise.confirmedOn);
    }

    static String plain(BigDecimal figure) {
        return figure.signum() == 0 ? "0" : figure.stripTrailingZeros().toPlainString();
    }
}
