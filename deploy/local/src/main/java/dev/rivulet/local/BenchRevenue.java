package dev.rivulet.local;

import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A tenant with many subscriptions, one a customer, started over three years, of which one in thirty goes each month. The
 * movements and their sums are made in the database: a million events would take longer than what is measured.
 */
final class BenchRevenue {

    /** January 2022, counted from the year 0. */
    private static final int FIRST = 2022 * 12;

    private static final int MONTHS = 36;

    /** A form of the table. */
    record Table(String name, String accept, String path) {}

    private static final String RANGE = "from=2022-01&to=2024-12&ages=35";
    static final List<Table> TABLES = List.of(
            new Table("customers JSON", "application/json", "/cohorts?" + RANGE),
            new Table("net JSON", "application/json", "/cohorts?measure=net&" + RANGE),
            new Table("by plan JSON", "application/json", "/cohorts?by=plan&measure=net&" + RANGE),
            new Table("customers SVG", "image/svg+xml", "/cohorts?" + RANGE),
            new Table("report", "application/json", "/metrics/retention-report?from=2022-01&to=2024-12&by=plan"));

    private final PGSimpleDataSource database;
    private final String tenant;

    BenchRevenue(PGSimpleDataSource database, String tenant) {
        this.database = database;
        this.tenant = tenant;
    }

    String tenant() {
        return tenant;
    }

    void seed(int subscriptions) throws SQLException {
        var id = "'" + tenant + "'";
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("SET LOCAL work_mem = '256MB'");
            statement.execute("CREATE TEMPORARY TABLE story ON COMMIT DROP AS SELECT gen_random_uuid() AS account,"
                    + " (" + FIRST + " + n % " + MONTHS + ")::int AS start, 1000 + n % 50 * 100 AS minor,"
                    + " lpad((n % 8)::text, 32, '0')::uuid AS plan,"
                    // A geometric number of months: how long a customer stays of whom one in thirty goes each month.
                    + " greatest(1, ceil(ln(1 - random()) / ln(1 - 1.0 / 30)))::int AS stays"
                    + " FROM generate_series(0, " + (subscriptions - 1) + ") n");
            statement.execute("CREATE TEMPORARY TABLE moves ON COMMIT DROP AS"
                    + " SELECT account, start, start AS month, minor, plan, 'NEW' AS kind FROM story UNION ALL"
                    + " SELECT account, start, start + stays, -minor, plan, 'CHURN' FROM story WHERE start + stays < "
                    + (FIRST + MONTHS));
            statement.execute("INSERT INTO revenue_start (tenant_id, account_id, currency, start_month, base) SELECT "
                    + id + ", account, 'EUR', start, minor FROM story");
            statement.execute("INSERT INTO revenue_movement (tenant_id, id, account_id, subscription_id, currency,"
                    + " moved_on, kind, minor, recorded_at, late, plan_id) SELECT " + id
                    + ", gen_random_uuid(), account, account, 'EUR', day, kind, minor, day, false, plan FROM (SELECT *,"
                    + " make_date(month / 12, month % 12 + 1, 15) AS day FROM moves) dated");
            sums(statement, id, "''", "''");
            sums(statement, id, "'plan'", "plan::text");
            connection.commit();
            connection.setAutoCommit(true);
            statement.execute("VACUUM ANALYZE revenue_movement, revenue_start, revenue_rollup");
            statement.execute("CHECKPOINT");
        }
    }

    private static void sums(Statement statement, String id, String attribute, String value) throws SQLException {
        var joins = "count(*) FILTER (WHERE kind = 'NEW')";
        var goes = "count(*) FILTER (WHERE kind = 'CHURN')";
        var gained = "coalesce(sum(minor) FILTER (WHERE kind = 'NEW'), 0)";
        var lost = "coalesce(sum(minor) FILTER (WHERE kind = 'CHURN'), 0)";
        statement.execute(
                "INSERT INTO revenue_rollup (tenant_id, attribute, value, currency, start_month, month, joined,"
                        + " base, active, mrr, kept, lost, shrunk, gained_new, expansion, contraction, churn, reactivation,"
                        + " late_joined, late_base, late_active, late_mrr, late_kept, late_lost, late_shrunk, late_gained_new,"
                        + " late_expansion, late_contraction, late_churn, late_reactivation, late_begin_active, late_begin_mrr,"
                        + " late_begun) SELECT " + id + ", " + attribute + ", " + value + ", 'EUR', start, month, "
                        + joins
                        + ", " + gained + ", " + joins + " - " + goes + ", sum(minor), sum(minor), " + goes + ", -"
                        + lost
                        + ", " + gained + ", 0, 0, " + lost + ", 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0"
                        + " FROM moves GROUP BY 1, 2, 3, 4, start, month");
    }

    /** How long PostgreSQL takes to count the customers of every cell from all movements. */
    Duration fromMovements() throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            var begun = System.nanoTime();
            try (var rows = statement.executeQuery("SELECT start_month, month, count(*) FROM (SELECT s.account_id,"
                    + " s.start_month, month, sum(m.minor) AS level FROM revenue_start s CROSS JOIN LATERAL"
                    + " generate_series(s.start_month, " + (FIRST + MONTHS - 1) + ") month JOIN revenue_movement m ON"
                    + " (m.tenant_id, m.account_id, m.currency) = (s.tenant_id, s.account_id, s.currency) AND m.moved_on"
                    + " < make_date(month / 12, month % 12 + 1, 1) + interval '1 month' WHERE s.tenant_id = '" + tenant
                    + "' GROUP BY 1, 2, 3) levels WHERE level > 0 GROUP BY 1, 2")) {
                while (rows.next()) {
                    // Read as a client would.
                }
            }
            return Duration.ofNanos(System.nanoTime() - begun);
        }
    }
}
