package dev.rivulet.kit.testing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;

/** Looks at the tables behind the application's back: as superuser, whom row-level security does not bind. */
public final class Sql {

    private Sql() {}

    /** The first column of all rows, as text. */
    public static List<String> column(String sql, Object... values) {
        try (var connection = connect();
                var statement = connection.prepareStatement(sql)) {
            for (var i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            var result = new ArrayList<String>();
            for (var row = statement.executeQuery(); row.next(); ) {
                result.add(row.getString(1));
            }
            return result;
        } catch (SQLException e) {
            throw new AssertionError(sql, e);
        }
    }

    public static long number(String sql, Object... values) {
        return Long.parseLong(column(sql, values).getFirst());
    }

    public static void run(String sql) {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new AssertionError(sql, e);
        }
    }

    /** For a transaction that stays open while something else is done. */
    public static Connection connect() throws SQLException {
        var url = ConfigProvider.getConfig().getValue("rivulet.test.superuser-jdbc-url", String.class);
        return DriverManager.getConnection(url);
    }
}
