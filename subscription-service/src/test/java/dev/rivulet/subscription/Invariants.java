package dev.rivulet.subscription;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rivulet.kit.testing.Sql;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * The invariants of the drills that concern this service, looked at for one shop: in its scope, so that the cost of a look
 * does not grow with what other tests have left, except for the one that is about what crosses tenants.
 */
public final class Invariants {

    private static final Path ALL = Path.of("../deploy/drills/invariants");
    private static final String CROSSING = "42-no-row-crosses-tenants.sql";
    private static final String DUE = "03-nothing-due-is-unbilled.sql";
    private static final String MEANT = "(?m)^-- (?=(?:none|same) on )";

    private final Shop shop;

    public Invariants(Shop shop) {
        this.shop = shop;
    }

    public void shouldHold() {
        // One connection for all: on a busy machine each takes longer than what is asked on it.
        try (var connection = Sql.connect();
                var statement = connection.createStatement()) {
            shouldHold(statement);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private void shouldHold(Statement statement) throws SQLException {
        // Whoever was woken just now is looked at by the next pass.
        await(DUE + " of " + shop.tenant)
                .atMost(60, SECONDS)
                .until(() -> contradictions(statement, DUE).isEmpty());
        for (var name : ours()) {
            assertThat(contradictions(statement, name))
                    .as(name + " of " + shop.tenant)
                    .isEmpty();
        }
    }

    /** Rows that should not be, or that only one of those that should be the same has. */
    List<String> contradictions(Statement statement, String name) throws SQLException {
        if (name.equals(CROSSING)) {
            return missing(statement, name);
        }
        statement.execute("SET rivulet.tenant = '" + shop.tenant + "'");
        statement.execute(
                "SET ROLE " + ConfigProvider.getConfig().getValue("quarkus.datasource.username", String.class));
        var found = missing(statement, name);
        statement.execute("RESET ROLE");
        return found;
    }

    private List<String> missing(Statement statement, String name) throws SQLException {
        var found = new ArrayList<String>();
        var sames = new ArrayList<List<String>>();
        for (var query : queries(name)) {
            var rows = rows(statement, query.substring(query.indexOf('\n') + 1));
            if (query.startsWith("none")) {
                found.addAll(rows);
            } else {
                sames.add(rows);
            }
        }
        for (var rows : sames) {
            addMissing(found, sames.getFirst(), rows);
            addMissing(found, rows, sames.getFirst());
        }
        return found;
    }

    private static void addMissing(List<String> found, List<String> expected, List<String> rows) {
        var rest = new ArrayList<>(expected);
        rows.forEach(rest::remove);
        found.addAll(rest);
    }

    /** Those that look at this service's database only. */
    static List<String> ours() {
        try (var files = Files.list(ALL)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> queries(name).stream().allMatch(query -> query.contains(" on subscription\n")))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Each begins with how it is meant. */
    private static List<String> queries(String name) {
        try {
            return Arrays.stream(Files.readString(ALL.resolve(name)).split(MEANT))
                    .skip(1)
                    .map(query -> query.lines()
                            .filter(line -> !line.startsWith("-- "))
                            .reduce((one, other) -> one + "\n" + other)
                            .orElseThrow())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> rows(Statement statement, String query) throws SQLException {
        var found = statement.executeQuery(
                "SELECT q::text FROM (" + query + ") q WHERE q::text LIKE '(" + shop.tenant + ",%'");
        var rows = new ArrayList<String>();
        while (found.next()) {
            rows.add(found.getString(1));
        }
        return rows;
    }
}
