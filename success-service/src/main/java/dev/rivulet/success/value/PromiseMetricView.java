package dev.rivulet.success.value;

import dev.rivulet.success.figure.ShareView;
import dev.rivulet.success.figure.domain.Share;
import dev.rivulet.success.value.domain.PromiseStatus;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How promises have come out, with the interval of the confirmed rate. */
@Schema(name = "PromiseMetric")
record PromiseMetricView(
        @Schema(nullable = true, examples = "2025-03", description = "Which group, where they are told apart") @Nullable
        String group,

        @Schema(examples = "40", description = "Promises due in the period")
        long promises,

        @Schema(examples = "4", description = "Of which the customer's word is still to come in time")
        long open,

        @Schema(examples = "27") long confirmed,
        @Schema(examples = "5") long partly,
        @Schema(examples = "2") long notAchieved,

        @Schema(examples = "2", description = "Past their day without the customer's word")
        long overdue,

        @Schema(description = "Confirmed in full, of all that came out: confirmed, partly, not achieved or overdue")
        ShareView confirmedRate,

        @Schema(examples = "true", description = "Whether so many came out that anything is concluded from the rate")
        boolean enough,

        @Schema(description = "The same by group; empty unless asked for")
        List<PromiseMetricView> groups) {

    static PromiseMetricView of(
            @Nullable String group, Map<PromiseStatus, Long> counts, int minimum, List<PromiseMetricView> groups) {
        var confirmed = counts.getOrDefault(PromiseStatus.CONFIRMED, 0L);
        var partly = counts.getOrDefault(PromiseStatus.PARTLY, 0L);
        var notAchieved = counts.getOrDefault(PromiseStatus.NOT_ACHIEVED, 0L);
        var overdue = counts.getOrDefault(PromiseStatus.OVERDUE, 0L);
        var all = counts.values().stream().mapToLong(count -> count).sum();
        var cameOut = confirmed + partly + notAchieved + overdue;
        return new PromiseMetricView(
                group,
                all,
                all - cameOut,
                confirmed,
                partly,
                notAchieved,
                overdue,
                ShareView.of(new Share(confirmed, cameOut)),
                cameOut >= minimum,
                groups);
    }
}
