package dev.rivulet.success.usage;

import dev.rivulet.kit.sql.Sql;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Reads the rollups of one account, on the days or in the months from first to last, both included. */
@Singleton
class ConsumptionReading {

    /** More users than this are no reading for people; the busiest tell enough. */
    private static final int MOST_USERS = 5_000;

    private static final String RANGE = " FROM usage_day u WHERE account_id = ? AND day BETWEEN ? AND ?";

    private final Sql sql;

    ConsumptionReading(Sql sql) {
        this.sql = sql;
    }

    List<ConsumptionView.Day> days(UUID account, LocalDate first, LocalDate last) {
        return sql.query(
                "SELECT u.*, c.at FROM (SELECT day, metric, sum(quantity) AS quantity, sum(events) AS events,"
                        + " count(DISTINCT user_id) AS users" + RANGE + " GROUP BY day, metric) u"
                        + " LEFT JOIN (SELECT day, metric, max(noticed_at) AS at FROM usage_correction"
                        + " WHERE account_id = ? AND day BETWEEN ? AND ? GROUP BY day, metric) c USING (day, metric)"
                        + " ORDER BY day, metric",
                ConsumptionReading::day,
                account,
                first,
                last,
                account,
                first,
                last);
    }

    private static ConsumptionView.Day day(ResultSet row) throws SQLException {
        var corrected = row.getTimestamp("at");
        return new ConsumptionView.Day(
                row.getObject("day", LocalDate.class),
                row.getString("metric"),
                UsageSum.text(row.getBigDecimal("quantity")),
                row.getLong("events"),
                row.getInt("users"),
                corrected == null ? null : corrected.toInstant());
    }

    List<ConsumptionView.Feature> features(UUID account, LocalDate first, LocalDate last) {
        return sql.query(
                "SELECT feature, metric, sum(quantity), sum(events), count(DISTINCT user_id), count(DISTINCT day)"
                        + RANGE + " GROUP BY feature, metric ORDER BY 4 DESC, feature, metric",
                row -> new ConsumptionView.Feature(
                        row.getString(1),
                        row.getString(2),
                        UsageSum.text(row.getBigDecimal(3)),
                        row.getLong(4),
                        row.getInt(5),
                        row.getInt(6)),
                account,
                first,
                last);
    }

    List<ConsumptionView.User> users(UUID account, LocalDate first, LocalDate last) {
        return sql.query(
                "SELECT user_id, metric, sum(quantity), sum(events), count(DISTINCT day), max(day)" + RANGE
                        + " GROUP BY user_id, metric ORDER BY 4 DESC, user_id, metric LIMIT " + MOST_USERS,
                row -> new ConsumptionView.User(
                        row.getString(1),
                        row.getString(2),
                        UsageSum.text(row.getBigDecimal(3)),
                        row.getLong(4),
                        row.getInt(5),
                        row.getObject(6, LocalDate.class)),
                account,
                first,
                last);
    }

    private record Line(LocalDate month, int users, int activeDays, ConsumptionView.Metric metric) {}

    List<ConsumptionView.Month> months(UUID account, LocalDate first, LocalDate last) {
        var lines = sql.query(
                "SELECT m.month, m.users, bit_count(m.days::bit(32)), k.metric, k.quantity, k.events FROM usage_month m"
                        + " JOIN usage_metric_month k ON k.account_id = m.account_id AND k.month = m.month"
                        + " WHERE m.account_id = ? AND m.month BETWEEN ? AND ? ORDER BY m.month, k.metric",
                row -> new Line(
                        row.getObject(1, LocalDate.class),
                        row.getInt(2),
                        row.getInt(3),
                        new ConsumptionView.Metric(
                                row.getString(4), UsageSum.text(row.getBigDecimal(5)), row.getLong(6))),
                account,
                first.withDayOfMonth(1),
                last);
        Map<LocalDate, List<Line>> byMonth = new LinkedHashMap<>();
        lines.forEach(line ->
                byMonth.computeIfAbsent(line.month(), none -> new ArrayList<>()).add(line));
        return byMonth.values().stream().map(ConsumptionReading::month).toList();
    }

    private static ConsumptionView.Month month(List<Line> lines) {
        var any = lines.getFirst();
        var metrics = lines.stream().map(Line::metric).toList();
        return new ConsumptionView.Month(
                any.month().toString().substring(0, 7),
                metrics.stream().mapToLong(ConsumptionView.Metric::events).sum(),
                any.users(),
                any.activeDays(),
                metrics);
    }
}
