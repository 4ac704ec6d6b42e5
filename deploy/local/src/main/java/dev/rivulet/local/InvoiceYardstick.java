package dev.rivulet.local;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The yardstick of an invoice run: the rows it has written, inserted again by batches of plain JDBC into copies of the
 * tables with the same indexes, and the same cursors moved. Only the writing is timed.
 */
final class InvoiceYardstick {

    private static final int TRANSACTION = 500;
    private static final List<String> TABLES = List.of("charge", "invoice", "ledger_transfer", "outbox");

    private final PGSimpleDataSource database;
    private final String tenant;

    InvoiceYardstick(PGSimpleDataSource database, String tenant) {
        this.database = database;
        this.tenant = tenant;
    }

    private record Rows(String insert, List<Object[]> values) {}

    /** Nanoseconds for so many of the tenant's invoices, the latest. */
    long insert(int number) throws SQLException {
        try (var connection = database.getConnection()) {
            prepare(connection);
            look(connection, "CREATE INDEX yard_lookup ON outbox (aggregateid)");
            connection.setAutoCommit(false);
            var took = 0L;
            for (var offset = 0; offset < number; offset += TRANSACTION) {
                var batch = Math.min(TRANSACTION, number - offset);
                var rows = read(connection, offset + 1, batch);
                connection.commit();
                var begun = System.nanoTime();
                for (var table : rows) {
                    write(connection, table);
                }
                move(connection, rows.getFirst().values());
                connection.commit();
                took += System.nanoTime() - begun;
            }
            look(connection, "DROP INDEX yard_lookup");
            connection.commit();
            return took;
        }
    }

    /** By an index that only finds the rows of a million again, and that no table has while it is written. */
    private static void look(Connection connection, String index) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(index);
        }
    }

    private static void prepare(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            for (var table : TABLES) {
                statement.execute("DROP TABLE IF EXISTS yard_" + table);
                statement.execute("CREATE TABLE yard_" + table + " (LIKE " + table + " INCLUDING ALL)");
                // Filled a moment ago: without statistics the rows to write again may be looked for one by one.
                statement.execute("ANALYZE " + table);
            }
            for (var table : List.of("billing_cursor", "payer_cursor")) {
                statement.execute("DROP TABLE IF EXISTS yard_" + table);
                statement.execute("CREATE TABLE yard_" + table + " (LIKE " + table + " INCLUDING ALL)");
                statement.execute("INSERT INTO yard_" + table + " SELECT * FROM " + table);
                statement.execute("VACUUM ANALYZE yard_" + table);
            }
            statement.execute("CHECKPOINT");
        }
    }

    /** The first number is the template's. */
    private List<Rows> read(Connection connection, int after, int number) throws SQLException {
        var invoices = "(SELECT id FROM invoice WHERE tenant_id = '" + tenant + "' AND number > " + after
                + " AND number <= " + (after + number) + ")";
        var rows = new ArrayList<Rows>();
        rows.add(read(connection, "charge", "tenant_id = '" + tenant + "' AND invoice_id IN " + invoices));
        rows.add(read(connection, "invoice", "tenant_id = '" + tenant + "' AND id IN " + invoices));
        rows.add(read(connection, "ledger_transfer", "tenant_id = '" + tenant + "' AND cause_id IN " + invoices));
        rows.add(read(connection, "outbox", "aggregateid IN (SELECT id::text FROM " + invoices + " i)"));
        return rows;
    }

    private static Rows read(Connection connection, String table, String where) throws SQLException {
        var columns = new ArrayList<String>();
        var values = new ArrayList<Object[]>();
        try (var statement = connection.createStatement();
                var found = statement.executeQuery("SELECT * FROM " + table + " WHERE " + where)) {
            for (var i = 1; i <= found.getMetaData().getColumnCount(); i++) {
                var name = found.getMetaData().getColumnName(i);
                // Made by the database.
                if (!table.equals("outbox") || !List.of("shard", "seq").contains(name)) {
                    columns.add(name);
                }
            }
            while (found.next()) {
                var row = new Object[columns.size()];
                for (var i = 0; i < row.length; i++) {
                    row[i] = found.getObject(columns.get(i));
                }
                values.add(row);
            }
        }
        return new Rows(
                "INSERT INTO yard_" + table + " (" + String.join(", ", columns) + ") VALUES (?"
                        + ", ?".repeat(columns.size() - 1) + ")",
                values);
    }

    private static void write(Connection connection, Rows rows) throws SQLException {
        try (var insert = connection.prepareStatement(rows.insert())) {
            for (var row : rows.values()) {
                for (var i = 0; i < row.length; i++) {
                    insert.setObject(i + 1, row[i]);
                }
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** Cursors of the charges' payers and subscriptions; the charge's second column but one is the payer. */
    private void move(Connection connection, List<Object[]> charges) throws SQLException {
        var payers = connection.createArrayOf(
                "uuid", charges.stream().map(row -> row[2]).toArray());
        var subscriptions = connection.createArrayOf(
                "uuid", charges.stream().map(row -> row[4]).toArray());
        update(
                connection,
                "UPDATE yard_billing_cursor SET billed_through = current_date, next_due_on = current_date + 30"
                        + " WHERE tenant_id = ? AND subscription_id = ANY (?)",
                subscriptions);
        update(
                connection,
                "UPDATE yard_payer_cursor SET due_at = now() + interval '30 days' WHERE tenant_id = ? AND payer_id = ANY (?)",
                payers);
    }

    private void update(Connection connection, String sql, java.sql.Array keys) throws SQLException {
        try (var update = connection.prepareStatement(sql)) {
            update.setString(1, tenant);
            update.setArray(2, keys);
            update.executeUpdate();
        }
    }
}
