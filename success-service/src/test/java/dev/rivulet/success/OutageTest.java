package dev.rivulet.success;

import static dev.rivulet.success.Caller.today;
import static dev.rivulet.success.Caller.usage;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import dev.rivulet.kit.testing.Sql;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** What a service is good for while what it depends on is away. */
@QuarkusTest
@TestProfile(GatedStack.Profile.class)
class OutageTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @ConfigProperty(name = "rivulet.test.database")
    String database;

    Runnable openKafka;

    private final Caller success = Caller.fresh();

    @Test
    void shouldServeWithoutKafkaAndLoseNothingWhenItComesBack() {
        health("ready", 200, "UP");
        health("live", 200, "UP");
        success.get("/customers").then().statusCode(200);

        var account = UUID.randomUUID();
        var batch = "{\"events\":[" + usage("1", account, "anna", "3", Instant.now()) + ","
                + usage("2", account, "boris", "1", Instant.now()) + "]}";
        success.post("/usage-events", batch)
                .then()
                .statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", "2")
                .body("code", equalTo("usage-log-unavailable"))
                .body("status", equalTo(503))
                .body("detail", notNullValue())
                .body("traceId", notNullValue());
        health("ready", 200, "UP");

        openKafka.run();

        var producer = success.producer();
        producer.send(
                producer.account(account, 0, "Acme", "UTC"),
                producer.subscription(UUID.randomUUID(), account, 0, 10, today().minusDays(100)));
        success.post("/usage-events", batch).then().statusCode(202).body("accepted", equalTo(2));
        success.eventually("/customers/" + account + "/consumption", consumption -> {
            assertThat(consumption.at("/days/0/events").asLong()).isEqualTo(2);
            assertThat(consumption.at("/days/0/quantity").asText()).isEqualTo("4");
        });
        assertThat(Sql.number("SELECT sum(events) FROM usage_day WHERE tenant_id = ?", success.tenant()))
                .isEqualTo(2);
    }

    @Test
    void shouldNotBeReadyButAliveWithoutTheDatabase() {
        health("ready", 200, "UP");
        // A limit does not bind the superuser, who is to lift it again.
        Sql.run("ALTER DATABASE " + database + " CONNECTION LIMIT 0; SELECT pg_terminate_backend(pid)"
                + " FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()");
        try {
            await().atMost(PATIENCE).untilAsserted(() -> health("ready", 503, "DOWN"));
            health("live", 200, "UP");
            success.get("/customers")
                    .then()
                    .statusCode(503)
                    .header("Retry-After", "2")
                    .body("code", equalTo("unavailable"));
        } finally {
            Sql.run("ALTER DATABASE " + database + " CONNECTION LIMIT -1");
        }
        await().atMost(PATIENCE).untilAsserted(() -> {
            health("ready", 200, "UP");
            success.get("/customers").then().statusCode(200);
        });
    }

    private static void health(String kind, int status, String answer) {
        given().get("/q/health/" + kind).then().statusCode(status).body("status", equalTo(answer));
    }
}
