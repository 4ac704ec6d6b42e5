package dev.rivulet.local;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A plain multi-row insert of usage events into an empty table of the columns and primary key that the service keeps
 * them in, nothing else done to them.
 */
final class UsageYardstick {

    private static final int TRANSACTION = 5_000;

    private final PGSimpleDataSource database;
    private final BenchUsage usage;

    UsageYardstick(PGSimpleDataSource database, BenchUsage usage) {
        this.database = database;
        this.usage = usage;
    }

    /** Nanoseconds for so many events from the first on. */
    long insert(int first, int events) throws SQLException {
        try (var connection = database.getConnection()) {
            execute(connection, "DROP TABLE IF EXISTS bench_usage");
            execute(connection, """
                    CREATE TABLE bench_usage (tenant_id text, key uuid, stored_on date DEFAULT current_date, day date,
                      fingerprint uuid, account_id uuid, quantity numeric(18, 6), occurred_at timestamptz,
                      received_at timestamptz DEFAULT now(), user_id text, metric text, feature text, source text,
                      event_id text, PRIMARY KEY (tenant_id, key, stored_on))""");
            connection.setAutoCommit(false);
            var begun = System.nanoTime();
            try (var insert = connection.prepareStatement("INSERT INTO bench_usage (tenant_id, key, day, fingerprint,"
                    + " account_id, quantity, occurred_at, user_id, metric, feature, source, event_id)"
                    + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
                for (var i = 0; i < events; i++) {
                    var use = usage.use(first + i);
                    var at = OffsetDateTime.ofInstant(use.occurredAt(), ZoneOffset.UTC);
                    var key = BenchUsage.key(use);
                    insert.setString(1, usage.tenant());
                    insert.setObject(2, key);
                    insert.setObject(3, at.toLocalDate());
                    insert.setObject(4, key);
                    insert.setObject(5, UUID.fromString(use.account()));
                    insert.setBigDecimal(6, new BigDecimal(use.quantity()));
                    insert.setObject(7, at);
                    insert.setString(8, use.user());
                    insert.setString(9, use.metric());
                    insert.setString(10, use.metric());
                    insert.setString(11, "/bench");
                    insert.setString(12, use.id());
                    insert.addBatch();
                    if ((i + 1) % TRANSACTION == 0 || i + 1 == events) {
                        insert.executeBatch();
                        connection.commit();
                    }
                }
            }
            return System.nanoTime() - begun;
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
