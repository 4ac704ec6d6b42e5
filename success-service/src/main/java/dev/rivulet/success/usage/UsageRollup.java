package dev.rivulet.success.usage;

import dev.rivulet.kit.sql.Sql;
import dev.rivulet.kit.tenancy.Tenants;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/** Adds to the daily and monthly rollups: a batch with one statement for each table, whatever its size. */
@Singleton
class UsageRollup {

    private final Sql sql;
    private final Tenants tenants;

    UsageRollup(Sql sql, Tenants tenants) {
        this.sql = sql;
        this.tenants = tenants;
    }

    /** What an account used of a metric, or a user of it was active on, in a calendar month. */
    private record Monthly(UUID accountId, LocalDate month, String key) implements Comparable<Monthly> {

        private static final Comparator<Monthly> ORDER = Comparator.comparing(Monthly::accountId)
                .thenComparing(Monthly::month)
                .thenComparing(Monthly::key);

        @Override
        public int compareTo(Monthly other) {
            return ORDER.compare(this, other);
        }
    }

    /** The caller holds the accounts. */
    void add(SortedMap<UsageDay, UsageSum> sums) {
        if (sums.isEmpty()) {
            return;
        }
        var users = new TreeMap<Monthly, Integer>();
        var metrics = new TreeMap<Monthly, UsageSum>();
        sums.forEach((day, sum) -> {
            var month = day.day().withDayOfMonth(1);
            users.merge(
                    new Monthly(day.accountId(), month, day.userId()),
                    1 << (day.day().getDayOfMonth() - 1),
                    (one, other) -> one | other);
            metrics.merge(new Monthly(day.accountId(), month, day.metric()), sum, UsageSum::plus);
        });
        addDays(sums);
        addUsers(users);
        addMetrics(metrics);
    }

    private void addDays(SortedMap<UsageDay, UsageSum> sums) {
        var days = sums.keySet();
        sql.update(
                "INSERT INTO usage_day AS known (tenant_id, account_id, day, metric, feature, user_id, quantity, events)"
                        + " SELECT ?, * FROM unnest(?::text[]::uuid[], ?::text[]::date[], ?::text[], ?::text[], ?::text[],"
                        + " ?::text[]::numeric[], ?::text[]::bigint[])"
                        + " ON CONFLICT (tenant_id, account_id, day, metric, feature, user_id) DO UPDATE SET"
                        + " quantity = known.quantity + excluded.quantity, events = known.events + excluded.events",
                tenants.current(),
                Columns.of(days, UsageDay::accountId),
                Columns.of(days, UsageDay::day),
                Columns.of(days, UsageDay::metric),
                Columns.of(days, UsageDay::feature),
                Columns.of(days, UsageDay::userId),
                Columns.of(sums.values(), UsageSum::quantity),
                Columns.of(sums.values(), UsageSum::events));
    }

    /** Most users of a batch have been active that day before: they are only looked up. */
    private void addUsers(SortedMap<Monthly, Integer> users) {
        sql.update(
                "WITH news AS (SELECT g.* FROM unnest(?::text[]::uuid[], ?::text[]::date[], ?::text[],"
                        + " ?::text[]::int[]) AS g (account_id, month, user_id, days) LEFT JOIN LATERAL (SELECT days"
                        + " FROM usage_user_month u WHERE u.account_id = g.account_id AND u.month = g.month"
                        + " AND u.user_id = g.user_id LIMIT 1) known ON true"
                        + " WHERE known.days IS NULL OR known.days & g.days <> g.days),"
                        + " written AS (INSERT INTO usage_user_month AS known SELECT ?, * FROM news"
                        + " ON CONFLICT (tenant_id, account_id, month, user_id) DO UPDATE SET"
                        + " days = known.days | excluded.days RETURNING account_id, month, days, (xmax = 0) AS is_new)"
                        + " INSERT INTO usage_month AS known SELECT ?, account_id, month,"
                        + " count(*) FILTER (WHERE is_new), bit_or(days) FROM written GROUP BY account_id, month"
                        + " ON CONFLICT (tenant_id, account_id, month) DO UPDATE SET"
                        + " users = known.users + excluded.users, days = known.days | excluded.days",
                Columns.of(users.keySet(), Monthly::accountId),
                Columns.of(users.keySet(), Monthly::month),
                Columns.of(users.keySet(), Monthly::key),
                Columns.of(users.values(), days -> days),
                tenants.current(),
                tenants.current());
    }

    private void addMetrics(SortedMap<Monthly, UsageSum> metrics) {
        sql.update(
                "INSERT INTO usage_metric_month AS known SELECT ?, * FROM unnest(?::text[]::uuid[],"
                        + " ?::text[]::date[], ?::text[], ?::text[]::numeric[], ?::text[]::bigint[])"
                        + " ON CONFLICT (tenant_id, account_id, month, metric) DO UPDATE SET"
                        + " quantity = known.quantity + excluded.quantity, events = known.events + excluded.events",
                tenants.current(),
                Columns.of(metrics.keySet(), Monthly::accountId),
                Columns.of(metrics.keySet(), Monthly::month),
                Columns.of(metrics.keySet(), Monthly::key),
                Columns.of(metrics.values(), UsageSum::quantity),
                Columns.of(metrics.values(), UsageSum::events));
    }

    /** Makes the months of an account anew from its days, from the month of this day on. */
    void rebuildMonths(UUID account, String from) {
        for (var table : new String[] {"usage_user_month", "usage_month", "usage_metric_month"}) {
            sql.update(
                    "DELETE FROM " + table + " WHERE account_id = ? AND month >= date_trunc('month', ?::date)",
                    account,
                    from);
        }
        sql.update(
                "INSERT INTO usage_user_month SELECT tenant_id, account_id, date_trunc('month', day)::date, user_id,"
                        + " bit_or(1 << (extract(day FROM day)::int - 1)) FROM usage_day WHERE account_id = ?"
                        + " AND day >= date_trunc('month', ?::date) GROUP BY 1, 2, 3, 4",
                account,
                from);
        sql.update(
                "INSERT INTO usage_month SELECT tenant_id, account_id, month, count(*), bit_or(days)"
                        + " FROM usage_user_month WHERE account_id = ? AND month >= date_trunc('month', ?::date)"
                        + " GROUP BY 1, 2, 3",
                account,
                from);
        sql.update(
                "INSERT INTO usage_metric_month SELECT tenant_id, account_id, date_trunc('month', day)::date, metric,"
                        + " sum(quantity), sum(events) FROM usage_day WHERE account_id = ?"
                        + " AND day >= date_trunc('month', ?::date) GROUP BY 1, 2, 3, 4",
                account,
                from);
    }
}
