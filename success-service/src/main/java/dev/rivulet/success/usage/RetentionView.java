package dev.rivulet.success.usage;

import dev.rivulet.success.usage.domain.UsageRetention;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Usage retention by the customers' local days; only periods that are over everywhere. */
@Schema(name = "UsageRetention")
public record RetentionView(
        @Schema(
                examples = "recurring",
                description = "The policy: recurring, everybody active in a period counts in its row; first-time, only"
                        + " in that of their first use ever")
        String policy,

        @Schema(examples = "on", description = "on: back in the very span; on-or-after: in it or later")
        String counting,

        @Schema(description = "What each of the numbers in a row is about, in periods after the first")
        List<Span> spans,

        @Schema(nullable = true, examples = "lesson", description = "What is used to start; null for anything")
        @Nullable
        String metric,

        @Schema(nullable = true, examples = "lesson", description = "What is used to come back; null for anything")
        @Nullable
        String returning,

        @Schema(examples = "week", description = "day, week (from Monday) or month")
        String interval,

        @Schema(examples = "users", description = "users or accounts")
        String of,

        @Schema(
                nullable = true,
                examples = "0199b3c2-7d5e-7a10-8f00-2b1c3d4e5f60",
                description = "Null for all customers")
        @Nullable
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

    /** So many periods after the first. */
    @Schema(name = "UsageRetentionSpan")
    public record Span(
            @Schema(examples = "2") int from,
            @Schema(examples = "2") int to) {}

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
            Retention.Question question, List<LocalDate> starts, LocalDate to, UsageRetention retention) {
        var rows = new ArrayList<Row>();
        var shares = retention.shares();
        for (var period = 0; period < starts.size(); period++) {
            rows.add(new Row(starts.get(period), retention.active().get(period), shares.get(period)));
        }
        return new RetentionView(
                question.rule().firstOnly() ? "first-time" : "recurring",
                question.rule().orAfter() ? "on-or-after" : "on",
                question.rule().spans().stream()
                        .map(span -> new Span(span.from(), span.to()))
                        .toList(),
                question.metric(),
                question.returning() == null ? question.metric() : question.returning(),
                question.interval().toString(),
                question.byUser() ? "users" : "accounts",
                question.account(),
                starts.getFirst(),
                to,
                rows,
                retention.means(),
                retention.weightedMeans());
    }
}
