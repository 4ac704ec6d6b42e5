package dev.rivulet.local;

import java.sql.SQLException;
import org.postgresql.ds.PGSimpleDataSource;

/** A tenant with many tasks, written into the database: what opens them is not what is measured. */
final class BenchTasks {

    private static final int CUSTOMERS = 2_000;

    private final Endpoints endpoints;
    private final String tenant;
    private final int managers;

    BenchTasks(Endpoints endpoints, String tenant, int managers) {
        this.endpoints = endpoints;
        this.tenant = tenant;
        this.managers = managers;
    }

    /** So many that wait, and as many that are done. */
    void seed(int waiting) {
        var source = new PGSimpleDataSource();
        source.setUrl(endpoints.superuserJdbcUrl("success"));
        try (var connection = source.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("INSERT INTO customer (tenant_id, id, name, zone, currency)"
                    + " SELECT '" + tenant + "', md5('" + tenant
                    + "c' || n)::uuid, 'Bench ' || n, 'UTC', 'EUR'"
                    + " FROM generate_series(1, " + CUSTOMERS + ") n");
            statement.execute(
                    "INSERT INTO success_task (tenant_id, id, version, account_id, kind, why, severity, status,"
                            + " owner, queue, dedupe_key, due_on, overdue_at, opened_at, minor, currency, at_risk, completed_at,"
                            + " outcome) SELECT '" + tenant + "', uuidv7(), 0, md5('" + tenant + "c' || (1 + n % "
                            + CUSTOMERS
                            + "))::uuid, (ARRAY['SCORE_LOW', 'LOW_ANSWER', 'PAYMENT_OVERDUE', 'JOURNEY_STEP'])[1 + n % 4],"
                            + " '{\"code\":\"score-low\",\"arguments\":[\"46.0\",\"50\"],\"details\":[{\"code\":\"component-drag\","
                            + "\"arguments\":[\"LICENCES\",\"25.0\",\"30.0\"],\"details\":[]}]}', (n / 7) % 4,"
                            + " CASE WHEN n % 2 = 0 THEN 'OPEN' ELSE 'DONE' END, 'manager-' || ((n / 2) % " + managers
                            + "),"
                            + " 'success', 'bench:' || n, current_date + (n * 7919) % 60 - 10, now() + interval '9 days', now(),"
                            + " 4900 + (n * 31) % 100000, 'EUR', 49.00 + ((n * 31) % 100000) / 100.0,"
                            + " CASE WHEN n % 2 = 1 THEN now() END, CASE WHEN n % 2 = 1 THEN 'RESOLVED' END"
                            + " FROM generate_series(1, " + 2 * waiting + ") n");
            statement.execute("VACUUM ANALYZE success_task");
        } catch (SQLException e) {
            throw new LocalStackException("The tasks could not be written: " + e.getMessage(), e);
        }
    }
}
