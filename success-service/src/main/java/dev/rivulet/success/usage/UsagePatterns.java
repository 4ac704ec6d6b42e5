package dev.rivulet.success.usage;

import dev.rivulet.kit.sql.Sql;
import dev.rivulet.success.usage.Retention.Question;
import dev.rivulet.success.usage.domain.Interval;
import dev.rivulet.success.usage.domain.UsageRetention.Pattern;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads who started, and who came back, in which periods: use of anything from the bits of the months, use of a metric
 * from its days. Of earlier days only whether somebody had any is asked, and only where first periods alone count.
 */
@Singleton
class UsagePatterns {

    private final Sql sql;

    UsagePatterns(Sql sql) {
        this.sql = sql;
    }

    /** Which columns of a pattern a use is seen in. */
    private enum Seen {
        STARTS("%s AS starts, 0::bigint AS returns"),
        RETURNS("0::bigint AS starts, %s AS returns"),
        BOTH("%1$s AS starts, %1$s AS returns");

        private final String columns;

        Seen(String columns) {
            this.columns = columns;
        }

        String of(String bits) {
            return columns.formatted(bits);
        }
    }

    /** A statement with its values, as it grows. */
    private record Text(
            Question question, LocalDate first, LocalDate last, StringBuilder sql, List<@Nullable Object> values) {

        Text plus(String text, @Nullable Object... more) {
            sql.append(text);
            for (var value : more) {
                values.add(value);
            }
            return this;
        }

        String whose(String alias) {
            return alias + ".account_id" + (question.byUser() ? ", " + alias + ".user_id" : "");
        }

        String isSame(String one, String other) {
            return "(" + whose(one) + ") = (" + whose(other) + ")";
        }

        /** Of one account, or of all. */
        Text wanted(String alias) {
            return question.account() == null ? this : plus(" AND " + alias + ".account_id = ?", question.account());
        }
    }

    /** @param starts the first day of each period */
    List<Pattern> of(Question question, List<LocalDate> starts, LocalDate last) {
        var text = new Text(question, starts.getFirst(), last, new StringBuilder(), new ArrayList<>());
        var metric = question.metric();
        var returning = question.returning() == null ? metric : question.returning();
        text.plus("SELECT starts, returns, count(*) FROM (SELECT " + text.whose("seen")
                + ", bit_or(starts) AS starts, bit_or(returns) AS returns FROM (");
        if (Objects.equals(metric, returning)) {
            seen(text, metric, starts, Seen.BOTH);
        } else {
            seen(text, metric, starts, Seen.STARTS);
            text.plus(" UNION ALL ");
            seen(text, returning, starts, Seen.RETURNS);
        }
        text.plus(") seen GROUP BY " + text.whose("seen") + ") p WHERE starts <> 0");
        if (question.rule().firstOnly()) {
            notBefore(text, metric);
        }
        text.plus(" GROUP BY starts, returns");
        return sql.query(
                text.sql().toString(),
                row -> new Pattern(row.getLong(1), row.getLong(2), row.getLong(3)),
                text.values().toArray());
    }

    private static void seen(Text text, @Nullable String metric, List<LocalDate> starts, Seen as) {
        if (metric == null) {
            anything(text, starts, as);
        } else {
            text.plus(
                            "SELECT " + text.whose("d") + ", "
                                    + as.of("1::bigint << ("
                                            + number(text.question().interval(), text.first()) + ")")
                                    + " FROM usage_day d WHERE d.metric = ? AND d.day BETWEEN ?::date AND ?::date",
                            metric,
                            text.first().toString(),
                            text.last().toString())
                    .wanted("d");
        }
    }

    /** Of the period a day is in. */
    private static String number(Interval interval, LocalDate first) {
        return switch (interval) {
            case DAY -> "d.day - '" + first + "'::date";
            case WEEK -> "(d.day - '" + first + "'::date) / 7";
            case MONTH ->
                "extract(year FROM d.day)::int * 12 + extract(month FROM d.day)::int - "
                        + (first.getYear() * 12 + first.getMonthValue());
        };
    }

    private static void anything(Text text, List<LocalDate> starts, Seen as) {
        var interval = text.question().interval();
        var windows = new ArrayList<Window>();
        if (interval == Interval.DAY) {
            // Days are bits already: a month is shifted to its place instead of taken apart.
            for (var window : Window.of(0, text.first(), text.last())) {
                var shift = ChronoUnit.DAYS.between(text.first(), window.month());
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
        text.plus(
                        "SELECT " + text.whose("u") + ", " + as.of(bits) + " FROM " + table(text.question())
                                + " u JOIN unnest(?::text[]::date[], ?::text[]::int[], ?::text[]::int[])"
                                + " AS w (month, number, bits) ON w.month = u.month WHERE u.days & w.bits <> 0"
                                + " AND u.month BETWEEN ?::date AND ?::date",
                        Columns.of(windows, Window::month),
                        Columns.of(windows, Window::number),
                        Columns.of(windows, Window::bits),
                        windows.getFirst().month().toString(),
                        windows.getLast().month().toString())
                .wanted("u");
    }

    private static String table(Question question) {
        return question.byUser() ? "usage_user_month" : "usage_month";
    }

    private static void notBefore(Text text, @Nullable String metric) {
        text.plus(" AND NOT EXISTS (SELECT FROM ");
        if (metric == null) {
            var month = text.first().withDayOfMonth(1);
            var before = (1 << (text.first().getDayOfMonth() - 1)) - 1;
            text.plus(table(text.question()) + " e WHERE " + text.isSame("e", "p") + " AND e.month <= '" + month
                    + "' AND (e.month < '" + month + "' OR e.days & " + before + " <> 0)");
        } else {
            text.plus(
                    "usage_day e WHERE " + text.isSame("e", "p") + " AND e.metric = ? AND e.day < ?::date",
                    metric,
                    text.first().toString());
        }
        text.wanted("e").plus(")");
    }
}
