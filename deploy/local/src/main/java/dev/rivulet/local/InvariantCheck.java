package dev.rivulet.local;

import dev.rivulet.local.Invariant.Kind;
import dev.rivulet.local.Invariant.Query;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Runs the queries of invariants as the superuser, whom row security does not bind: over all tenants. */
final class InvariantCheck {

    private final Endpoints endpoints;

    InvariantCheck(Endpoints endpoints) {
        this.endpoints = endpoints;
    }

    /** What contradicts the invariant, one line each; a query that fails does so, too. */
    List<String> violations(Invariant invariant) {
        try {
            return contradictions(invariant);
        } catch (SQLException e) {
            return List.of("the query failed: " + e.getMessage());
        }
    }

    private List<String> contradictions(Invariant invariant) throws SQLException {
        var violations = new ArrayList<String>();
        var results = new ArrayList<Set<String>>();
        var databases = new ArrayList<String>();
        for (Query query : invariant.queries()) {
            List<String> rows = rows(query);
            if (query.kind() == Kind.NONE) {
                rows.forEach(row -> violations.add(query.database() + ": " + row));
            } else {
                databases.add(query.database());
                results.add(new TreeSet<>(rows));
                if (results.getLast().size() < rows.size()) {
                    violations.add(query.database() + ": "
                            + (rows.size() - results.getLast().size()) + " rows twice");
                }
            }
        }
        for (int i = 1; i < results.size(); i++) {
            addMissing(violations, results.getFirst(), results.get(i), databases.get(i));
            addMissing(violations, results.get(i), results.getFirst(), databases.getFirst());
        }
        return violations;
    }

    private static void addMissing(List<String> violations, Set<String> expected, Set<String> found, String database) {
        expected.stream()
                .filter(row -> !found.contains(row))
                .forEach(row -> violations.add("not in " + database + ": " + row));
    }

    List<String> rows(Query query) throws SQLException {
        var rows = new ArrayList<String>();
        try (var connection = DriverManager.getConnection(endpoints.superuserJdbcUrl(query.database()));
                var statement = connection.createStatement();
                var result = statement.executeQuery(query.sql())) {
            int columns = result.getMetaData().getColumnCount();
            while (result.next()) {
                var row = new ArrayList<String>();
                for (int column = 1; column <= columns; column++) {
                    row.add(String.valueOf(result.getString(column)));
                }
                rows.add(String.join(" | ", row));
            }
        }
        return rows;
    }
}
