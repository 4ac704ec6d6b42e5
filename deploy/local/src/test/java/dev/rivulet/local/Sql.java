package dev.rivulet.local;

import java.sql.DriverManager;
import java.sql.SQLException;

/** Raw JDBC in one line. */
final class Sql {

    private Sql() {}

    static void execute(String url, String... statements) throws SQLException {
        try (var connection = DriverManager.getConnection(url);
                var statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    static String one(String url, String query) throws SQLException {
        try (var connection = DriverManager.getConnection(url);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
