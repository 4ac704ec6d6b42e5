package dev.rivulet.kit.sql;

import dev.rivulet.kit.tenancy.Tenants;
import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Statements in the current transaction, on its own connection. */
@Singleton
public class Sql {

    /** Sent with a query and gone with it: statements that travel together are one transaction. */
    private static final String SCOPED = "SELECT set_config('rivulet.tenant', ?, true); ";

    private final AgroalDataSource database;
    private final Tenants tenants;

    Sql(AgroalDataSource database, Tenants tenants) {
        this.database = database;
        this.tenants = tenants;
    }

    /** Reads one row into a value. */
    @FunctionalInterface
    public interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** A database failure, with the statement that met it; the cause has the SQL state. */
    public static final class SqlFailure extends RuntimeException {

        private static final long serialVersionUID = 1;

        SqlFailure(String sql, SQLException cause) {
            super(cause.getMessage() + " in: " + sql, cause);
        }

        public @Nullable String state() {
            return getCause() instanceof SQLException e ? e.getSQLState() : null;
        }
    }

    /** How many rows the statement changed. */
    public int update(String sql, @Nullable Object... values) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            bind(statement, 1, values);
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new SqlFailure(sql, e);
        }
    }

    /** All rows, in the query's order. */
    public <T> List<T> query(String sql, RowReader<T> reader, @Nullable Object... values) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            bind(statement, 1, values);
            return rows(statement.executeQuery(), reader);
        } catch (SQLException e) {
            throw new SqlFailure(sql, e);
        }
    }

    /**
     * Waits for whoever holds the same name of the tenant, and holds it until the transaction ends: for what has no row to
     * lock, or not yet.
     */
    public void hold(String... name) {
        query(
                "SELECT 1 FROM pg_advisory_xact_lock(hashtextextended(?, 0))",
                row -> row.getInt(1),
                tenants.current() + " " + String.join(" ", name));
    }

    /**
     * All rows of a query that is all there is to read. Where no transaction is, the tenant and the query are sent
     * together: one round trip instead of the three of a transaction; where one is, the query is part of it. With a
     * null among the values it needs a transaction: the driver asks the server for the null's type, and its asking
     * parts the two.
     */
    public <T> List<T> read(String sql, RowReader<T> reader, @Nullable Object... values) {
        if (Arrays.asList(values).contains(null)) {
            return QuarkusTransaction.joiningExisting().call(() -> query(sql, reader, values));
        }
        try (var connection = database.getConnection()) {
            return connection.getAutoCommit() ? readAlone(connection, sql, reader, values) : query(sql, reader, values);
        } catch (SQLException e) {
            throw new SqlFailure(sql, e);
        }
    }

    private <T> List<T> readAlone(Connection connection, String sql, RowReader<T> reader, @Nullable Object... values)
            throws SQLException {
        try (var statement = connection.prepareStatement(SCOPED + sql)) {
            statement.setString(1, tenants.current());
            bind(statement, 2, values);
            statement.execute();
            statement.getMoreResults();
            return rows(statement.getResultSet(), reader);
        }
    }

    private static <T> List<T> rows(ResultSet found, RowReader<T> reader) throws SQLException {
        var rows = new ArrayList<T>();
        while (found.next()) {
            rows.add(reader.read(found));
        }
        return rows;
    }

    private static void bind(PreparedStatement statement, int first, @Nullable Object... values) throws SQLException {
        for (var i = 0; i < values.length; i++) {
            statement.setObject(first + i, values[i]);
        }
    }
}
