package dev.rivulet.success.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
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

/** Tenants that had the journey before anything followed it; migrated by an owner whom row-level security binds. */
@QuarkusTest
class TechTouchMigrationTest {

    private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");

    @Inject
    ObjectMapper json;

    @Test
    void shouldGiveTenantsTheJourneyAsItIsNow() throws SQLException, IOException {
        var url = ConfigProvider.getConfig().getValue("rivulet.test.superuser-jdbc-url", String.class);
        try (var connection = DriverManager.getConnection(url);
                var sql = connection.createStatement()) {
            connection.setAutoCommit(false);
            sql.execute("CREATE ROLE journeying");
            sql.execute("CREATE SCHEMA journeying AUTHORIZATION journeying");
            sql.execute("SET ROLE journeying");
            sql.execute("SET search_path = journeying");
            run(sql, "V1__plumbing.sql");
            sql.execute("CREATE TABLE customer (tenant_id text, id uuid, PRIMARY KEY (tenant_id, id))");
            run(sql, "V53__journeys.sql");
            for (var tenant : List.of("plain", "drafting")) {
                sql.execute("SET rivulet.tenant = '" + tenant + "'");
                add(sql, tenant, 1, true);
            }
            add(sql, "drafting", 2, false);
            sql.execute("RESET rivulet.tenant");
            run(sql, "V95__tech_touch_goes_on.sql");

            sql.execute("RESET ROLE");
            assertThat(rows(
                            sql,
                            "SELECT tenant_id || ' ' || edition || ' ' || status || ' ' || built_in FROM journey"
                                    + " ORDER BY tenant_id, edition"))
                    .containsExactly(
                            "drafting 1 PUBLISHED true",
                            "drafting 2 DRAFT false",
                            "plain 1 PUBLISHED true",
                            "plain 2 PUBLISHED true");
            var given = rows(sql, "SELECT definition FROM journey WHERE tenant_id = 'plain' AND edition = 2");
            assertThat(json.readValue(given.getFirst(), JourneyDefinition.class))
                    .isEqualTo(ReferenceJourney.DEFINITION);
            assertThat(rows(
                            sql,
                            "SELECT relname FROM pg_class WHERE relnamespace = 'journeying'::regnamespace"
                                    + " AND relname LIKE 'journey%' AND relkind = 'r' AND NOT relforcerowsecurity"))
                    .isEmpty();
            connection.rollback();
        }
    }

    private static void run(Statement sql, String migration) throws SQLException, IOException {
        sql.execute(Files.readString(MIGRATIONS.resolve(migration)));
    }

    private void add(Statement sql, String tenant, int edition, boolean builtIn)
            throws SQLException, JsonProcessingException {
        sql.execute(
                "INSERT INTO journey VALUES ('%s', gen_random_uuid(), 0, '%s', %d, '%s', '%s', '%s', %s, now(), now())"
                        .formatted(
                                tenant,
                                ReferenceJourney.KEY,
                                edition,
                                ReferenceJourney.NAME,
                                builtIn ? "PUBLISHED" : "DRAFT",
                                before(),
                                builtIn));
    }

    /** The definition as it was: nothing after the review of a recovery. */
    private String before() throws JsonProcessingException {
        ObjectNode definition = json.valueToTree(ReferenceJourney.DEFINITION);
        var steps = definition.withArray("steps");
        while (!steps.get(steps.size() - 1).path("key").asText().equals("recovery-review")) {
            steps.remove(steps.size() - 1);
        }
        definition.withObject("exit").remove("then");
        return json.writeValueAsString(definition);
    }

    private static List<String> rows(Statement sql, String query) throws SQLException {
        var found = new ArrayList<String>();
        for (var row = sql.executeQuery(query); row.next(); ) {
            found.add(row.getString(1));
        }
        return found;
    }
}
