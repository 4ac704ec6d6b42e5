package dev.rivulet.subscription.usage;

import dev.rivulet.kit.clock.TenantClock;
import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.kit.sql.Sql;
import dev.rivulet.subscription.account.AccountZones;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Usage as people look at it. */
@Singleton
class AccountUsage {

    private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2100, 1, 1);
    private static final int LONGEST = 366;

    private final Sql sql;
    private final AccountZones zones;
    private final UsageReading reading;
    private final TenantClock clock;

    AccountUsage(Sql sql, AccountZones zones, UsageReading reading, TenantClock clock) {
        this.sql = sql;
        this.zones = zones;
        this.reading = reading;
        this.clock = clock;
    }

    /** From the beginning of the month to today where the caller names no range. */
    @Transactional
    AccountUsageView of(
            UUID account,
            @Nullable String metric,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            Granularity granularity) {
        if (metric == null || metric.isBlank()) {
            throw Rejected.invalid("value-missing", "?metric");
        }
        var zone = zones.of(List.of(account)).get(account);
        if (zone == null) {
            throw Rejected.notFound("account", account);
        }
        var today = clock.today(zone);
        var until = to == null ? from == null || !from.isAfter(today) ? today.plusDays(1) : from.plusDays(1) : to;
        var since = from == null ? until.minusDays(1).withDayOfMonth(1) : from;
        check(since, until);
        reading.settle(List.of(account));
        return new AccountUsageView(
                account,
                metric,
                zone.getId(),
                since,
                until,
                granularity,
                spans(account, metric, since, until, granularity));
    }

    private static void check(LocalDate since, LocalDate until) {
        if (since.isBefore(FIRST) || since.isAfter(LAST)) {
            throw Rejected.invalid("date-range", "?from", FIRST, LAST);
        }
        if (until.isBefore(FIRST) || until.isAfter(LAST)) {
            throw Rejected.invalid("date-range", "?to", FIRST, LAST);
        }
        if (until.isBefore(since)) {
            throw Rejected.invalid("range-backwards", "?to");
        }
        if (ChronoUnit.DAYS.between(since, until) > LONGEST) {
            throw Rejected.invalid("range-too-long", "?from", LONGEST);
        }
    }

    private List<AccountUsageView.Span> spans(
            UUID account, String metric, LocalDate since, LocalDate until, Granularity granularity) {
        var unit = granularity.name();
        return sql.query(
                "WITH asked AS (SELECT ?::uuid AS account_id, ? AS metric, ?::date AS since, ?::date AS until),"
                        + " spans AS (SELECT a.account_id, a.metric,"
                        + " greatest(date_trunc(?, day::timestamp)::date, a.since) AS since,"
                        + " least((date_trunc(?, day::timestamp) + ('1 ' || ?)::interval)::date, a.until) AS until,"
                        + " sum(quantity) AS quantity, sum(events)::bigint AS events, max(largest) AS largest,"
                        + " (array_agg(last_quantity ORDER BY last_at DESC, last_key DESC))[1] AS last"
                        + " FROM usage_day d JOIN asked a ON d.account_id = a.account_id AND d.metric = a.metric"
                        + " AND d.day >= a.since AND d.day < a.until GROUP BY 1, 2, 3, 4)"
                        + " SELECT since, until, quantity, events, largest, (SELECT count(DISTINCT user_id)"
                        + " FROM usage_user_day u WHERE u.account_id = s.account_id AND u.metric = s.metric"
                        + " AND u.day >= s.since AND u.day < s.until), last FROM spans s ORDER BY since",
                AccountUsage::span,
                account,
                metric,
                since.toString(),
                until.toString(),
                unit,
                unit,
                unit);
    }

    private static AccountUsageView.Span span(ResultSet row) throws SQLException {
        return new AccountUsageView.Span(
                row.getObject(1, LocalDate.class),
                row.getObject(2, LocalDate.class),
                AccountUsageView.text(row.getBigDecimal(3)),
                row.getLong(4),
                AccountUsageView.text(row.getBigDecimal(5)),
                row.getLong(6),
                AccountUsageView.text(row.getBigDecimal(7)));
    }
}
