package dev.rivulet.success.usage;

import dev.rivulet.success.usage.domain.Interval;
import dev.rivulet.success.usage.domain.UsageRetention;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Recurring usage retention by the customers' local days; only periods that are over everywhere. */
@Schema(name = "UsageRetention")
public record RetentionView(
        @Schema(examples = "recurring", description = "The policy: everybody active in a period counts in its row")
        String policy,

        @Schema(examples = "week", description = "day, week (from Monday) or month")
        String interval,

        @Schema(examples = "users", description = "users or accounts")
        String of,

        @Schema(nullable = true, description = "Null for all customers") @Nullable
        UUID accountId,

        @Schema(examples = "2025-01-06") LocalDate from,

        @Schema(examples = "2025-03-23", description = "The last day that counts")
        LocalDate to,

        @Schema(description = "Oldest first") List<Row> rows,

        @Schema(
                description =
                        "Mean share at each age, four decimals, over the rows that have reached it and had anybody;"
                                + " rows without a return count as 0. Null where there is no row")
        List<@Nullable BigDecimal> means,

        @Schema(
                description =
                        "The same with each row weighted by those active at first: of all of them, the share active so"
                                + " many periods later")
        List<@Nullable BigDecimal> weightedMeans) {

    /** Those active in one period. */
    @Schema(name = "UsageRetentionRow")
    public record Row(
            @Schema(examples = "2025-01-06", description = "First day of the period")
            LocalDate start,

            @Schema(description = "Active in the period, then of these so many periods later; no later than to")
            List<Long> active,

            @Schema(description = "The same as shares of the first, four decimals; empty where nobody was active")
            List<BigDecimal> shares) {}

    static RetentionView of(
            Interval interval,
            boolean byUser,
            @Nullable UUID account,
            List<LocalDate> starts,
            LocalDate to,
            UsageRetention retention) {
        var rows = new ArrayList<Row>();
        var shares = retention.shares();
        for (var period = 0; period < starts.size(); period++) {
            rows.add(new Row(starts.get(period), retention.active().get(period), shares.get(period)));
        }
        return new RetentionView(
                "recurring",
                interval.toString(),
                byUser ? "users" : "accounts",
                account,
                starts.getFirst(),
                to,
                rows,
                retention.means(),
                retention.weightedMeans());
    }
}
