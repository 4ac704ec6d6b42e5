package dev.rivulet.local;

import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A tenant of the success service with many customers, made by the database: each has a subscription of ten seats, up
 * to eight people who use it every other day, two answers and two invoices, and a score of long ago.
 */
final class BenchScores {

    private static final String BUILT_IN = "00000000-0000-7000-8000-000000000001";
    private static final String MONTH = "(date_trunc('month', current_date) - m * interval '1 month')::date";
    /** A bit for each day that somebody was active on. */
    private static final String EVERY_OTHER_DAY = "89478485";

    private static final int AGGREGATES = 3;

    private final PGSimpleDataSource database;
    private final String tenant;
    private final int size;

    BenchScores(PGSimpleDataSource database, String tenant, int size) {
        this.database = database;
        this.tenant = tenant;
        this.size = size;
    }

    int size() {
        return size;
    }

    void seed() throws SQLException {
        var accounts = " FROM generate_series(1, " + size + ") n";
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("SELECT setseed(0.5)");
            insert(
                    statement,
                    "customer",
                    "id, name, zone, currency",
                    id() + ", 'Bench ' || n, 'UTC', 'EUR'" + accounts);
            insert(
                    statement,
                    "subscription",
                    "id, account_id, plan_name, seats, minor, monthly_minor, currency, status, start_date",
                    "gen_random_uuid(), " + id() + ", 'Team', 10, 4900, 4900, 'EUR', 'ACTIVE', current_date - 100"
                            + accounts);
            var months = ", generate_series(0, 2) m";
            insert(
                    statement,
                    "usage_user_month",
                    "account_id, month, user_id, days",
                    id() + ", " + MONTH + ", 'user-' || u, " + EVERY_OTHER_DAY + " >> (n + u + m) % 2" + accounts
                            + months + ", generate_series(1, 8) u WHERE u <= n % 9");
            insert(
                    statement,
                    "usage_month",
                    "account_id, month, users, days",
                    id() + ", " + MONTH + ", n % 9, " + EVERY_OTHER_DAY + accounts + months + " WHERE n % 9 > 0");
            insert(
                    statement,
                    "survey_answer",
                    "id, version, account_id, kind, value, respondent, answered_at, answered_on, recorded_at",
                    "gen_random_uuid(), 0, " + id() + ", 'NPS', (n + r) % 11, 'person-' || r,"
                            + " now() - n % 90 * interval '1 day', current_date - n % 90, now()" + accounts
                            + ", generate_series(1, 2) r");
            insert(
                    statement,
                    "receivable",
                    "id, account_id, minor, currency, due_on, paid_on",
                    "gen_random_uuid(), " + id() + ", 4900, 'EUR', current_date - i * 30 + n % 40,"
                            + " CASE WHEN i = 2 OR n % 3 > 0 THEN current_date - i * 30 END" + accounts
                            + ", generate_series(1, 2) i");
            insert(
                    statement,
                    "customer_score",
                    "account_id, version, coverage, model_id, inputs, day, computed_on, computed_at",
                    id() + ", 0, 0, '" + BUILT_IN + "', '{}', '2000-01-01', '2000-01-01', '2000-01-01'" + accounts);
            statement.execute("INSERT INTO scored_tenant (tenant_id) VALUES ('" + tenant + "')");
            statement.execute("VACUUM ANALYZE");
            statement.execute("CHECKPOINT");
        }
    }

    /** In rising order, as accounts come about. */
    private static String id() {
        return "('0197a3f1-0d3e-7a10-8d74-' || lpad(to_hex(n), 12, '0'))::uuid";
    }

    private void insert(Statement statement, String table, String columns, String select) throws SQLException {
        statement.execute("INSERT INTO " + table + " (tenant_id, " + columns + ") SELECT '" + tenant + "', " + select);
    }

    /** Makes all of them due, the next time the timer looks. */
    void wake() throws SQLException {
        execute("UPDATE customer_score SET computed_at = '2000-01-02' WHERE tenant_id = '" + tenant + "'");
    }

    int due() throws SQLException {
        return number("SELECT count(*) FROM customer_score WHERE computed_at < '2001-01-01' AND tenant_id = '" + tenant
                + "'");
    }

    /** That every score was written, with its history and its event. */
    void check() throws SQLException {
        var scores =
                number("SELECT count(*) FROM customer_score WHERE score IS NOT NULL AND tenant_id = '" + tenant + "'");
        var history = number("SELECT count(*) FROM score_history WHERE tenant_id = '" + tenant + "'");
        var events = number("SELECT count(*) FROM outbox WHERE aggregatetype = 'success.score.state.v1'"
                + " AND tenant_id = '" + tenant + "'");
        if (scores != size || history != size || events != size) {
            throw new LocalStackException(
                    "Not what was to be written: " + scores + ", " + history + ", " + events + " of " + size);
        }
    }

    /** The yardstick: what the scores are computed from, by one statement for all customers, at its best. */
    Duration aggregate() throws SQLException {
        var best = Duration.ofDays(1);
        for (var run = 0; run < AGGREGATES; run++) {
            var begun = System.nanoTime();
            var customers = number(
                    "SELECT count(*) FROM (" + inputs() + ") i WHERE seats + mrr + users + trend + nps + overdue >= 0");
            var took = Duration.ofNanos(System.nanoTime() - begun);
            if (customers != size) {
                throw new LocalStackException("The aggregate found " + customers + " of " + size);
            }
            best = took.compareTo(best) < 0 ? took : best;
        }
        return best;
    }

    private String inputs() {
        var own = "tenant_id = '" + tenant + "'";
        return "SELECT c.id, s.seats, s.mrr, coalesce(u.users, 0) AS users, coalesce(t.trend, 0) AS trend, a.nps,"
                + " r.overdue FROM customer c"
                + " JOIN (SELECT account_id, sum(seats) AS seats, sum(minor) AS mrr FROM subscription WHERE " + own
                + " AND start_date <= current_date GROUP BY account_id) s ON s.account_id = c.id"
                + " LEFT JOIN (SELECT account_id, count(DISTINCT user_id) AS users FROM usage_user_month m JOIN "
                + days(28, "0") + " w ON w.month = m.month WHERE " + own
                + " AND days & bits <> 0 GROUP BY account_id) u ON u.account_id = c.id"
                + " LEFT JOIN (SELECT account_id, max(used) AS trend FROM (SELECT account_id, period,"
                + " sum(bit_count((days & bits)::bit(32))) AS used FROM usage_user_month m JOIN "
                + days(56, "(current_date - d::date) / 7") + " w ON w.month = m.month WHERE " + own
                + " GROUP BY account_id, period) weeks GROUP BY account_id) t ON t.account_id = c.id"
                + " JOIN (SELECT account_id, avg(value) AS nps FROM (SELECT DISTINCT ON (account_id, respondent)"
                + " account_id, value FROM survey_answer WHERE " + own + " AND kind = 'NPS'"
                + " ORDER BY account_id, respondent, answered_at DESC, id DESC) latest GROUP BY account_id) a"
                + " ON a.account_id = c.id"
                + " JOIN (SELECT account_id, greatest(0, max(current_date - due_on)"
                + " FILTER (WHERE paid_on IS NULL AND NOT closed)) AS overdue FROM receivable WHERE " + own
                + " GROUP BY account_id) r ON r.account_id = c.id"
                + " WHERE c." + own;
    }

    /** So many days to today as bits of their months, for each period. */
    private static String days(int number, String period) {
        return "(SELECT date_trunc('month', d)::date AS month, " + period + " AS period,"
                + " bit_or(1 << (extract(day FROM d)::int - 1)) AS bits FROM generate_series(current_date - "
                + (number - 1) + ", current_date, interval '1 day') d GROUP BY 1, 2)";
    }

    private int number(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getInt(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
