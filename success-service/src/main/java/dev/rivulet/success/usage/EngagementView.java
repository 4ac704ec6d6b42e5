package dev.rivulet.success.usage;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rivulet.success.usage.domain.LicenceUse;
import dev.rivulet.success.usage.domain.Stickiness;
import dev.rivulet.success.usage.domain.Trend;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How often a customer's users come, and whether that grows, by the customer's local days. */
@Schema(name = "Engagement")
public record EngagementView(
        UUID accountId,

        @Schema(examples = "2025-03-01", description = "First of the 28 days to today")
        LocalDate from,

        @Schema(examples = "2025-03-28", description = "The customer's today")
        LocalDate to,

        @Schema(examples = "19", description = "Distinct users in the window (MAU)")
        int users,

        @Schema(examples = "5.25", description = "Mean of the daily active users over the window (DAU), two decimals")
        BigDecimal meanDailyUsers,

        @Schema(nullable = true, examples = "0.2763", description = "Mean DAU / MAU, four decimals") @Nullable
        BigDecimal stickiness,

        @Schema(nullable = true, examples = "no-usage", description = "Why there is no stickiness") @Nullable
        String reason,

        Change trend) {

    /** The last 28 days against the 28 before them. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    @Schema(name = "ConsumptionTrend")
    public record Change(
            @Schema(examples = "31.5", description = "Median of the last four weeks' user-days a week")
            BigDecimal last,

            @Schema(examples = "42", description = "Median of the four weeks before")
            BigDecimal before,

            @Schema(nullable = true, examples = "-0.2500", description = "last / before − 1, four decimals") @Nullable
            BigDecimal change,

            @Schema(
                    nullable = true,
                    examples = "history-too-short",
                    description = "Why there is no change to tell: no-usage, history-too-short, too-little-usage")
            @Nullable
            String reason) {}

    static EngagementView of(UUID account, LocalDate today, Stickiness stickiness, Trend trend) {
        return new EngagementView(
                account,
                LicenceUse.windowStart(today),
                today,
                stickiness.users(),
                stickiness.meanDailyUsers(),
                stickiness.stickiness(),
                stickiness.stickiness() == null ? "no-usage" : null,
                new Change(trend.last(), trend.before(), trend.change(), trend.reason()));
    }
}
