package dev.rivulet.local;

import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Usage events of the two weeks before, in day partitions such as the service makes, written past it: within the time
 * that ids are looked for, so that every one of them is looked into.
 */
final class UsageArchive {

    private static final int DAYS = 14;
    private static final int WRITERS = 2;

    private final PGSimpleDataSource database;
    private final String tenant;
    private int millions;

    UsageArchive(PGSimpleDataSource database, String tenant) {
        this.database = database;
        this.tenant = tenant;
    }

    /** Up to so many millions in all. */
    void grow(int size) throws InterruptedException, ExecutionException, SQLException {
        if (size <= millions) {
            return;
        }
        var rows = (size - millions) * 1_000_000L / DAYS;
        var days = new ArrayList<Callable<Boolean>>();
        for (var day = 2; day < 2 + DAYS; day++) {
            var date = LocalDate.now(ZoneOffset.UTC).minusDays(day);
            days.add(() -> fill(date, rows));
        }
        try (var writers = Executors.newFixedThreadPool(WRITERS)) {
            for (var filled : writers.invokeAll(days)) {
                filled.get();
            }
        }
        run(List.of("CHECKPOINT"));
        millions = size;
    }

    /** Its indexes made anew at once where row by row they would take as long as the rest of the bench. */
    private boolean fill(LocalDate date, long rows) throws SQLException {
        var name = "usage_event_" + date.format(DateTimeFormatter.BASIC_ISO_DATE);
        run(List.of(
                millions == 0
                        ? "CREATE TABLE " + name + " (LIKE usage_event INCLUDING DEFAULTS INCLUDING CONSTRAINTS)"
                        : "ALTER TABLE usage_event DETACH PARTITION " + name,
                millions == 0
                        ? "ALTER TABLE " + name + " OWNER TO " + Databases.owner("success")
                        : "ALTER TABLE " + name + " DROP CONSTRAINT " + name + "_pkey",
                "DROP INDEX IF EXISTS " + name + "_tenant_id_account_id_idx",
                """
                INSERT INTO %1$s (tenant_id, key, stored_on, day, fingerprint, account_id, quantity,
                  occurred_at, received_at, user_id, metric, feature, source, event_id)
                SELECT '%2$s', gen_random_uuid(), '%3$s', '%3$s', gen_random_uuid(), c.ids[1 + n %% c.size], 1.5,
                  '%3$s', '%3$s', 'user-' || n %% 20, 'lessons', 'lessons', '/bench', 'old-' || n
                FROM generate_series(1, %4$d) n, (SELECT array_agg(id) AS ids, count(*)::int AS size FROM customer
                  WHERE tenant_id = '%2$s') c""".formatted(name, tenant, date, rows),
                "SET maintenance_work_mem = '512MB'",
                "ALTER TABLE " + name + " ADD PRIMARY KEY (tenant_id, key, stored_on)",
                "CREATE INDEX ON " + name + " (tenant_id, account_id)",
                "ALTER TABLE usage_event ATTACH PARTITION " + name + " FOR VALUES FROM ('" + date + "') TO ('"
                        + date.plusDays(1) + "')",
                "VACUUM ANALYZE " + name));
        return true;
    }

    private void run(List<String> statements) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
