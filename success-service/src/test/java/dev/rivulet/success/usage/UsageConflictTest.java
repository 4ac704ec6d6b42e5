package dev.rivulet.success.usage;

import static dev.rivulet.success.Caller.usage;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.rivulet.kit.testing.Sql;
import dev.rivulet.success.Caller;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** An id that says two things. */
@QuarkusTest
class UsageConflictTest {

    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.MILLIS);

    private final Caller success = Caller.fresh();

    @Test
    void shouldAnswerAConflictInsideABatchAtOnceAndKeepIt() {
        var account = success.customer(10);
        var first = usage("e", account, "anna", "5", NOW);
        var batch = String.join(
                ",",
                first,
                first.replace("\"5\"", "\"5.0\""),
                first.replace("\"5\"", "\"50\""),
                usage("f", account, "anna", "1", NOW));
        success.post("/usage-events", "{\"events\":[" + batch + "]}")
                .then()
                .statusCode(202)
                .body("accepted", equalTo(3))
                .body("rejected", hasSize(1))
                .body("rejected[0].index", equalTo(2))
                .body("rejected[0].code", equalTo("event-conflict"))
                .body("rejected[0].pointer", equalTo("/events/2/id"));

        success.eventually("/usage-conflicts", page -> {
            assertThat(page.path("items")).hasSize(1);
            assertThat(page.at("/items/0/eventId").asText()).isEqualTo("e");
            assertThat(page.at("/items/0/refused/quantity").asText()).isEqualTo("50");
            assertThat(page.at("/items/0/counted/quantity").asText()).isEqualTo("5");
        });
        success.eventually(
                "/customers/" + account + "/consumption",
                consumption ->
                        assertThat(consumption.at("/days/0/quantity").asText()).isEqualTo("6"));
    }

    @Test
    void shouldKeepWhatContradictsAnEventOfAnotherDayOrAccount() {
        var account = success.customer(10);
        var other = UUID.randomUUID();
        success.post("/usage-events", "{\"events\":[" + usage("e", account, "anna", "5", NOW) + "]}");
        success.eventually(
                "/customers/" + account + "/consumption",
                consumption -> assertThat(consumption.path("days")).hasSize(1));
        // As if it had been counted a week ago.
        var day = Sql.column("SELECT to_char(current_date - 1, 'YYYYMMDD')").getFirst();
        Sql.run("UPDATE usage_event SET stored_on = stored_on - 1 WHERE tenant_id = '" + success.tenant() + "'");
        assertThat(Sql.number("SELECT count(*) FROM usage_event_" + day + " WHERE tenant_id = ?", success.tenant()))
                .isEqualTo(1);

        success.post(
                "/usage-events",
                "{\"events\":[" + usage("e", account, "anna", "5", NOW) + "," + usage("f", account, "boris", "1", NOW)
                        + "]}");
        success.post(
                "/usage-events", "{\"events\":[" + usage("e", account, "anna", "5", NOW.minusSeconds(200_000)) + "]}");
        success.post("/usage-events", "{\"events\":[" + usage("e", other, "anna", "5", NOW) + "]}");

        success.eventually("/usage-conflicts", page -> {
            assertThat(page.path("items")).hasSize(2);
            assertThat(page.at("/items/0/counted/accountId").asText()).isEqualTo(account.toString());
            assertThat(page.at("/items/1/counted/accountId").asText()).isEqualTo(account.toString());
        });
        success.get("/usage-conflicts?accountId=" + other)
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].refused.accountId", equalTo(other.toString()));
        assertThat(Sql.number("SELECT sum(events) FROM usage_day WHERE tenant_id = ?", success.tenant()))
                .isEqualTo(2);
        var next = success.json("/usage-conflicts?limit=1").path("nextCursor").asText();
        success.get("/usage-conflicts?limit=1&cursor=" + next)
                .then()
                .statusCode(200)
                .body("items", hasSize(1));
        Caller.fresh().get("/usage-conflicts").then().statusCode(200).body("items", hasSize(0));
    }
}
