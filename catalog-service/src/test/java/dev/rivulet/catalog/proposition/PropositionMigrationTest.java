package dev.rivulet.catalog.proposition;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/** What was approved before there were contests; migrated by an owner whom row-level security binds, as in production. */
@QuarkusTest
class PropositionMigrationTest {

    private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");

    @Test
    void shouldMakeTheOldestApprovedOfEachPlaceTheChampion() throws SQLException, IOException {
        var url = ConfigProvider.getConfig().getValue("rivulet.test.superuser-jdbc-url", String.class);
        try (var connection = DriverManager.getConnection(url);
                var sql = connection.createStatement()) {
            connection.setAutoCommit(false);
            sql.execute("CREATE ROLE migrating");
            sql.execute("CREATE SCHEMA migrating AUTHORIZATION migrating");
            sql.execute("SET ROLE migrating");
            sql.execute("SET search_path = migrating");
            run(sql, "V1__plumbing.sql");
            run(sql, "V2__catalog.sql");
            for (var tenant : List.of("one", "two")) {
                sql.execute("SET rivulet.tenant = '" + tenant + "'");
                sql.execute("INSERT INTO product VALUES ('" + tenant + "', " + id(1)
                        + ", 0, NULL, 'P', 'SAAS', NULL, 'ACTIVE', now())");
                sql.execute("INSERT INTO segment VALUES ('" + tenant + "', " + id(2)
                        + ", 0, 'S', 'CEO', 'P', 'S', '[]', now())");
                for (var proposition = 3; proposition <= 5; proposition++) {
                    sql.execute(proposition(tenant, proposition, proposition == 3 ? "DRAFT" : "APPROVED"));
                }
            }
            sql.execute("RESET rivulet.tenant");
            run(sql, "V5__propositions.sql");

            sql.execute("RESET ROLE");
            assertThat(rows(
                            sql,
                            "SELECT tenant_id || ' ' || right(id::text, 1) || ' ' || coalesce(role, '-')"
                                    + " FROM value_proposition WHERE line_id = id ORDER BY 1"))
                    .containsExactly(
                            "one 3 -",
                            "one 4 CHAMPION",
                            "one 5 CHALLENGER",
                            "two 3 -",
                            "two 4 CHAMPION",
                            "two 5 CHALLENGER");
            assertThat(rows(
                            sql,
                            "SELECT relname FROM pg_class WHERE relnamespace = 'migrating'::regnamespace"
                                    + " AND relkind = 'r' AND NOT relforcerowsecurity"))
                    .isEmpty();
            connection.rollback();
        }
    }

    private static void run(Statement sql, String migration) throws SQLException, IOException {
        sql.execute(Files.readString(MIGRATIONS.resolve(migration)));
    }

    private static String proposition(String tenant, int id, String status) {
        return "INSERT INTO value_proposition VALUES ('" + tenant + "', " + id(id) + ", 0, " + id(1) + ", " + id(2)
                + ", '" + status + "', 1, 'O', '[]', 'S', '[]', '[]', 'm', 'u', 1, 2, 90, now(), "
                + (status.equals("APPROVED") ? "now()" : "NULL") + ")";
    }

    private static String id(int last) {
        return "'00000000-0000-7000-8000-00000000000" + last + "'";
    }

    private static List<String> rows(Statement sql, String query) throws SQLException {
        var found = new ArrayList<String>();
        for (var row = sql.executeQuery(query); row.next(); ) {
            found.add(row.getString(1));
        }
        return found;
    }
}
