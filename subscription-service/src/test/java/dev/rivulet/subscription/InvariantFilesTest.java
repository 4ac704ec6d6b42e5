package dev.rivulet.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rivulet.kit.testing.Sql;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An invariant is worth what it finds: faults are planted for each, and taken back. */
@QuarkusTest
class InvariantFilesTest {

    private static final Path FAULTS = Path.of("src/test/resources/faults");

    @Test
    void shouldFindWhatIsPlanted() throws SQLException, IOException {
        var shop = Shop.at("2025-01-31T10:00:00Z");
        var listener = Listener.to(shop);
        var plan = shop.plan("49.00");
        var proposition = shop.proposition();
        var account = shop.account();
        var id = shop.subscribe(account, plan, proposition);
        shop.subscribe(account, shop.plan("20.00"), proposition);
        shop.pay(shop.invoices(id, "id").getFirst(), "49.00", "EUR", "RF-" + id, "2025-01-31")
                .statusCode(201);
        shop.as("billing")
                .body(Map.of("amount", Map.of("amount", "5.00", "currency", "EUR"), "reason", "goodwill"))
                .post("/accounts/" + account + "/credits")
                .then()
                .statusCode(201);
        shop.moveClock("2025-04-30T10:00:00Z").statusCode(200);
        listener.awaitAll();
        var invariants = new Invariants(shop);
        invariants.shouldHold();
        var other = Shop.live();
        other.subscribed("49.00");

        var unseen = new ArrayList<String>();
        try (var connection = Sql.connect()) {
            connection.setAutoCommit(false);
            for (var name : Invariants.ours()) {
                for (var fault : faults(name)) {
                    var planted = fault.replace(":tenant", "'" + shop.tenant + "'")
                            .replace(":other", "'" + other.tenant + "'");
                    if (contradictions(connection, planted, invariants, name).isEmpty()) {
                        unseen.add(name + " where there is " + fault);
                    }
                }
            }
        }
        assertThat(unseen).isEmpty();
    }

    /** Whatever keeps such faults out of the tables is switched off meanwhile. */
    private static List<String> contradictions(Connection connection, String fault, Invariants invariants, String name)
            throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("SET LOCAL session_replication_role = replica");
            assertThat(statement.executeUpdate(fault)).as(fault).isPositive();
            return invariants.contradictions(statement, name);
        } finally {
            connection.rollback();
        }
    }

    /** Each begins with what it is. */
    private static List<String> faults(String name) throws IOException {
        return Arrays.stream(Files.readString(FAULTS.resolve(name)).split("(?m)^-- "))
                .skip(1)
                .map(fault -> "-- " + fault)
                .toList();
    }
}
