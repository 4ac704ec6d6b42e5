package dev.rivulet.success.usage;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a customer used, by its local days, both ends included. One of the lists, by what was asked for; what was not
 * used is left out. Quantities are added up within a metric only.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Consumption")
public record ConsumptionView(
        UUID accountId,
        @Schema(examples = "2025-03-01") LocalDate from,
        @Schema(examples = "2025-03-28") LocalDate to,

        @Schema(examples = "day", description = "day, month, feature or user")
        String by,

        @Schema(description = "By day and metric") @Nullable List<Day> days,

        @Schema(description = "By whole calendar month, the latest last") @Nullable
        List<Month> months,

        @Schema(description = "By feature and metric, the most used first") @Nullable
        List<Feature> features,

        @Schema(description = "By user and metric, the most active first; up to 5,000 lines") @Nullable
        List<User> users) {

    /** One metric on one day. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "ConsumptionDay")
    public record Day(
            @Schema(examples = "2025-03-01") LocalDate day,
            @Schema(examples = "lesson-completed") String metric,

            @Schema(examples = "17", description = "Decimal text")
            String quantity,

            @Schema(examples = "17", description = "Events it came in")
            long events,

            @Schema(examples = "5", description = "Distinct users")
            int users,

            @Schema(
                    examples = "2025-03-05T04:10:00Z",
                    description = "When the day last changed after it was over; absent if it never did")
            @Nullable
            Instant correctedAt) {}

    /** One calendar month. */
    @Schema(name = "ConsumptionMonth")
    public record Month(
            @Schema(examples = "2025-03", description = "The whole month, whatever the range")
            String month,

            @Schema(examples = "412") long events,

            @Schema(examples = "19", description = "Distinct users")
            int users,

            @Schema(examples = "21", description = "Days with usage")
            int activeDays,

            List<Metric> metrics) {}

    /** One metric of a month. */
    @Schema(name = "ConsumptionMetric")
    public record Metric(
            @Schema(examples = "lesson-completed") String metric,

            @Schema(examples = "412", description = "Decimal text")
            String quantity,

            @Schema(examples = "412") long events) {}

    /** One metric of a feature. */
    @Schema(name = "ConsumptionFeature")
    public record Feature(
            @Schema(examples = "soft-skills", description = "The metric where the reporter named no feature")
            String feature,

            @Schema(examples = "lesson-completed") String metric,

            @Schema(examples = "412", description = "Decimal text")
            String quantity,

            @Schema(examples = "412") long events,

            @Schema(examples = "19", description = "Distinct users")
            int users,

            @Schema(examples = "21", description = "Days with usage")
            int activeDays) {}

    /** One metric of a user. */
    @Schema(name = "ConsumptionUser")
    public record User(
            @Schema(examples = "user-4711") String userId,
            @Schema(examples = "lesson-completed") String metric,

            @Schema(examples = "40", description = "Decimal text")
            String quantity,

            @Schema(examples = "40") long events,

            @Schema(examples = "12", description = "Days with usage")
            int activeDays,

            @Schema(examples = "2025-03-27") LocalDate lastDay) {}
}
