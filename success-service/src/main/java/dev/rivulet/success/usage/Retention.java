package dev.rivulet.success.usage;

import dev.rivulet.kit.clock.DayEdges;
import dev.rivulet.kit.clock.TenantClock;
import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.kit.sql.Sql;
import dev.rivulet.success.customer.Customers;
import dev.rivulet.success.usage.domain.Interval;
import dev.rivulet.success.usage.domain.Rule;
import dev.rivulet.success.usage.domain.UsageRetention;
import dev.rivulet.success.usage.domain.UsageRetention.Pattern;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Who comes back to use the product again. */
@Singleton
class Retention {

    private final Sql sql;
    private final Customers customers;
    private final TenantClock clock;

    Retention(Sql sql, Customers customers, TenantClock clock) {
        this.sql = sql;
        this.customers = customers;
        this.clock = clock;
    }

    /**
     * What is asked for.
     *
     * @param to the last period ended on this day or before; null: on any
     * @param metric what is used to start; null: anything
     * @param returning what is used to come back; null: the same
     */
    record Question(
            Interval interval,
            int periods,
            Rule rule,
            @Nullable LocalDate to,
            boolean byUser,
            @Nullable UUID account,
            @Nullable String metric,
            @Nullable String returning) {

        private String whose(String alias) {
            return alias + ".account_id" + (byUser ? ", " + alias + ".user_id" : "");
        }

        private String isSame(String one, String other) {
            return "(" + whose(one) + ") = (" + whose(other) + ")";
        }
    }

    @Transactional
    RetentionView of(Question question) {
        var interval = question.interval();
        var periods = question.periods();
        if (periods < 2 || periods > interval.most()) {
            throw Rejected.invalid("periods-invalid", "?periods", interval.most());
        }
        if (question.rule().periods() > periods) {
            throw Rejected.invalid("brackets-invalid", "?brackets", periods - 1);
        }
        var account = question.account();
        if (account != null) {
            customers.get(account);
        }
        var over = clock.today(DayEdges.LAST).minusDays(1);
        var to = question.to();
        var last = interval.lastEnded(to == null || to.isAfter(over) ? over : to);
        var first = interval.plus(last, 1 - periods);
        var starts = new ArrayList<LocalDate>();
        for (var period = 0; period < periods; period++) {
            starts.add(interval.plus(first, period));
        }
        var end = interval.plus(last, 1).minusDays(1);
        var patterns = question.metric() == null && question.returning() == null
                ? ofAnything(question, starts, end)
                : ofMetrics(question, starts, end);
        return RetentionView.of(question, starts, end, UsageRetention.of(patterns, periods, question.rule()));
    }

    private List<Pattern> ofAnything(Question question, List<LocalDate> starts, LocalDate end) {
        var interval = question.interval();
        var windows = new ArrayList<Window>();
        if (interval == Interval.DAY) {
            // Days are bits already: a month is shifted to its place instead of taken apart.
            for (var window : Window.of(0, starts.getFirst(), end)) {
                var shift = ChronoUnit.DAYS.between(starts.getFirst(), window.month());
                windows.add(new Window(window.month(), (int) shift, window.bits()));
            }
        } else {
            for (var period = 0; period < starts.size(); period++) {
                var last = interval.plus(starts.get(period), 1).minusDays(1);
                windows.addAll(Window.of(period, starts.get(period), last));
            }
        }
        var bits = interval == Interval.DAY
                ? "CASE WHEN w.number < 0 THEN (u.days & w.bits)::bigint >> -w.number"
                        + " ELSE (u.days & w.bits)::bigint << w.number END"
                : "1::bigint << w.number";
        var table = question.byUser() ? "usage_user_month" : "usage_month";
        var month = windows.getFirst().month();
        var before = (1 << (starts.getFirst().getDayOfMonth() - 1)) - 1;
        return sql.query(
                "SELECT pattern, count(*) FROM (SELECT bit_or(" + bits + ") AS pattern FROM " + table
                        + " u JOIN unnest(?::text[]::date[], ?::text[]::int[], ?::text[]::int[])"
                        + " AS w (month, number, bits) ON w.month = u.month WHERE u.days & w.bits <> 0"
                        + " AND u.month BETWEEN ?::date AND ?::date" + of(question, "u")
                        + (question.rule().firstOnly()
                                ? " AND NOT EXISTS (SELECT FROM " + table + " e WHERE " + question.isSame("e", "u")
                                        + " AND (e.month < '" + month + "' OR e.month = '" + month
                                        + "' AND e.days & " + before + " <> 0))"
                                : "")
                        + " GROUP BY " + question.whose("u") + ") p GROUP BY pattern",
                row -> new Pattern(row.getLong(1), row.getLong(2)),
                Columns.of(windows, Window::month),
                Columns.of(windows, Window::number),
                Columns.of(windows, Window::bits),
                month.toString(),
                windows.getLast().month().toString(),
                question.account());
    }

    private static String of(Question question, String alias) {
        return question.account() == null ? " AND ?::uuid IS NULL" : " AND " + alias + ".account_id = ?";
    }

    /** By days and metrics, which the bits of the months do not tell. */
    private List<Pattern> ofMetrics(Question question, List<LocalDate> starts, LocalDate end) {
        var metric = question.metric();
        var returning = question.returning() == null ? metric : question.returning();
        var numbers = IntStream.range(0, starts.size()).boxed().toList();
        var seen = "coalesce(bit_or(1::bigint << w.number) FILTER (WHERE ?::text IS NULL OR d.metric = ?), 0)";
        var values = new ArrayList<@Nullable Object>();
        values.addAll(Arrays.asList(metric, metric, returning, returning));
        values.add(Columns.of(starts, start -> start));
        values.add(
                Columns.of(starts, start -> question.interval().plus(start, 1).minusDays(1)));
        values.add(Columns.of(numbers, number -> number));
        values.add(starts.getFirst().toString());
        values.add(end.toString());
        values.add(question.account());
        if (question.rule().firstOnly()) {
            values.addAll(Arrays.asList(starts.getFirst().toString(), metric, metric));
        }
        return sql.query(
                "SELECT starts, returns, count(*) FROM (SELECT " + seen + " AS starts, " + seen
                        + " AS returns FROM usage_day d JOIN unnest(?::text[]::date[], ?::text[]::date[],"
                        + " ?::text[]::int[]) AS w (first, last, number) ON d.day BETWEEN w.first AND w.last"
                        + " WHERE d.day BETWEEN ?::date AND ?::date" + of(question, "d")
                        + (question.rule().firstOnly()
                                ? " AND NOT EXISTS (SELECT FROM usage_day e WHERE " + question.isSame("e", "d")
                                        + " AND e.day < ?::date AND (?::text IS NULL OR e.metric = ?))"
                                : "")
                        + " GROUP BY " + question.whose("d") + ") p WHERE starts <> 0 GROUP BY starts, returns",
                row -> new Pattern(row.getLong(1), row.getLong(2), row.getLong(3)),
                values.toArray());
    }
}
