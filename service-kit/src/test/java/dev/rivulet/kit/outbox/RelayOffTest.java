package dev.rivulet.kit.outbox;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rivulet.kit.sample.NoteResource;
import dev.rivulet.kit.testing.Sql;
import dev.rivulet.kit.testing.Topic;
import dev.rivulet.local.StackResource;
import dev.rivulet.local.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(RelayOffTest.RelayOff.class)
@QuarkusTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "database", value = "kit"))
class RelayOffTest {

    public static class RelayOff implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("rivulet.outbox.relay-enabled", "false");
        }
    }

    @Inject
    Topics topics;

    @Inject
    OutboxShards connector;

    private final String tenant = "relay-off-" + UUID.randomUUID();

    @Test
    void shouldLeaveTheOutboxToAConnector() {
        topics.ensure();
        given().header("Authorization", Tokens.bearer(tenant, "sales"))
                .contentType("application/json")
                .body("{\"title\":\"kept\",\"price\":{\"amount\":\"1\",\"currency\":\"EUR\"}}")
                .post("/notes")
                .then()
                .statusCode(201);

        // A relay would be woken by the commit, and would look five times a second without that.
        await().during(Duration.ofSeconds(1)).atMost(Duration.ofSeconds(5)).until(() -> waiting() == 2);
        assertThat(Topic.records(NoteResource.STATE.topic(), tenant)).isEmpty();
        assertThat(Topic.records(NoteResource.FACT.topic(), tenant)).isEmpty();

        assertThat(connector.publishAll()).isEqualTo(2);

        assertThat(waiting()).isZero();
        assertThat(Topic.records(NoteResource.STATE.topic(), tenant)).hasSize(1);
        assertThat(Topic.records(NoteResource.FACT.topic(), tenant)).hasSize(1);
    }

    private long waiting() {
        return Sql.number("SELECT count(*) FROM outbox WHERE tenant_id = ?", tenant);
    }
}
