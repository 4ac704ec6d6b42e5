package dev.rivulet.kit.outbox;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.rivulet.kit.sample.NoteFacts;
import dev.rivulet.kit.sample.NoteResource;
import dev.rivulet.kit.testing.Sql;
import dev.rivulet.kit.testing.Topic;
import dev.rivulet.local.StackResource;
import dev.rivulet.local.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "database", value = "kit"))
class InboxTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final String tenant = "inbox-" + UUID.randomUUID();
    private final String admin = Tokens.bearer(tenant, "admin");

    @BeforeEach
    void sick() {
        NoteFacts.cured = false;
    }

    private ProducerRecord<String, String> record(EventType type, UUID aggregate, long version, String title) {
        var payload = "{\"id\":\"" + aggregate + "\",\"title\":\"" + title + "\",\"added\":\"later\"}";
        var event = new Event(
                type.topic() + aggregate + version,
                "/rivulet/kit",
                type.type(),
                tenant,
                aggregate.toString(),
                version,
                payload,
                null);
        return Envelope.write(type.topic(), event, Instant.EPOCH);
    }

    private List<String> facts() {
        return Sql.column("SELECT title FROM note_fact WHERE tenant_id = ? ORDER BY seq", tenant);
    }

    @Test
    void shouldHaveOneEffectForEventsSeenThreeTimesAndOutOfOrder() {
        var seed = System.nanoTime();
        var random = new Random(seed);
        var aggregates = IntStream.range(0, 8).mapToObj(i -> UUID.randomUUID()).toList();
        var states = new ArrayList<ProducerRecord<String, String>>();
        var facts = new ArrayList<ProducerRecord<String, String>>();
        for (var aggregate : aggregates) {
            for (var version = 1; version <= 10; version++) {
                for (var copy = 0; copy < 3; copy++) {
                    states.add(record(NoteResource.STATE, aggregate, version, "v" + version));
                    facts.add(record(NoteResource.FACT, aggregate, version, "v" + version));
                }
            }
        }
        Collections.shuffle(states, random);
        Collections.shuffle(facts, random);
        Topic.send(states);
        Topic.send(facts);

        await().atMost(PATIENCE).until(() -> facts().size() >= 80 && copies("version = 10") == 8);
        // A last event behind all copies, so that the absence of further effects is not just a matter of time.

        var markers = IntStream.range(0, 64)
                .mapToObj(
                        i -> record(NoteResource.FACT, UUID.nameUUIDFromBytes(("m" + i + tenant).getBytes()), 1, "end"))
                .toList();
        Topic.send(markers);
        await().atMost(PATIENCE)
                .until(() -> facts().stream().filter("end"::equals).count() == 64);
        assertThat(facts()).as("seed %d", seed).hasSize(80 + 64);
        assertThat(copies("title <> 'v10'")).as("seed %d", seed).isZero();
        assertThat(Sql.column(
                        "SELECT DISTINCT count(*) FROM note_fact WHERE tenant_id = ? AND title <> 'end'"
                                + " GROUP BY note_id, title",
                        tenant))
                .as("seed %d", seed)
                .containsExactly("1");
    }

    private long copies(String condition) {
        return Sql.number("SELECT count(*) FROM note_copy WHERE tenant_id = ? AND " + condition, tenant);
    }

    @Test
    void shouldParkThePoisonAndWhatFollowsItAndNothingElse() {
        var sick = UUID.randomUUID();
        var healthy = IntStream.range(0, 12).mapToObj(i -> UUID.randomUUID()).toList();
        var records = new ArrayList<ProducerRecord<String, String>>();
        records.add(record(NoteResource.FACT, sick, 1, "before"));
        records.add(record(NoteResource.FACT, sick, 2, "poison"));
        records.add(record(NoteResource.FACT, sick, 3, "after"));
        records.add(record(NoteResource.FACT, sick, 4, "last"));
        healthy.forEach(id -> records.add(record(NoteResource.FACT, id, 1, "fine")));
        Topic.send(records);

        await().atMost(PATIENCE).until(() -> facts().size() == 13 && deadLetters() == 3);
        assertThat(facts()).contains("before").doesNotContain("poison", "after", "last");

        var letters = given().header("Authorization", Tokens.bearer(tenant, "ops"))
                .get("/dead-letters")
                .then()
                .statusCode(200)
                .body("items", hasSize(3))
                .body("items[0].reason", containsString("cannot digest " + sick))
                .body("items[0].topic", equalTo(NoteResource.FACT.topic()))
                .body("items[1].reason", containsString("behind"))
                .extract()
                .jsonPath();
        var first = letters.getString("items[0].id");
        await().atMost(PATIENCE)
                .until(() -> Topic.records("kit.dead-letter.events.v1", tenant).size() == 3);

        given().header("Authorization", Tokens.bearer(tenant, "ops"))
                .post("/dead-letters/" + first + "/replays")
                .then()
                .statusCode(403);
        given().header("Authorization", Tokens.bearer("somebody-else", "admin"))
                .post("/dead-letters/" + first + "/replays")
                .then()
                .statusCode(404);
        given().header("Authorization", admin)
                .post("/dead-letters/" + first + "/replays")
                .then()
                .statusCode(409)
                .body("code", equalTo("dead-letter-fails"));
        NoteFacts.cured = true;
        given().header("Authorization", admin)
                .post("/dead-letters/" + first + "/replays")
                .then()
                .statusCode(204);
        assertThat(facts().stream().filter(title -> !title.equals("fine")))
                .containsExactly("before", "poison", "after", "last");
        assertThat(deadLetters()).isZero();
        Topic.send(List.of(record(NoteResource.FACT, sick, 5, "again")));
        await().atMost(PATIENCE).until(() -> facts().contains("again"));
    }

    @Test
    void shouldLetAnOperatorGiveAnEventUp() {
        var sick = UUID.randomUUID();
        Topic.send(List.of(record(NoteResource.FACT, sick, 1, "poison"), record(NoteResource.FACT, sick, 2, "after")));
        await().atMost(PATIENCE).until(() -> deadLetters() == 2);
        var items = given().header("Authorization", admin).get("/dead-letters").jsonPath();
        given().header("Authorization", admin)
                .post("/dead-letters/" + items.getString("items[0].id") + "/dismissals")
                .then()
                .statusCode(204);
        given().header("Authorization", admin)
                .post("/dead-letters/" + items.getString("items[1].id") + "/replays")
                .then()
                .statusCode(204);
        assertThat(facts()).containsExactly("after");
    }

    @Test
    void shouldParkWhatHasNoEnvelope() {
        var key = "garbage-" + tenant;
        Topic.send(List.of(new ProducerRecord<>(NoteResource.FACT.topic(), key, "garbage")));
        await().atMost(PATIENCE)
                .until(() ->
                        Sql.number("SELECT count(*) FROM dead_letter WHERE aggregate_id = ? AND tenant_id = '*'", key)
                                == 1);
    }

    @Test
    void shouldParkEvenWhatCannotBeStoredAsItIs() {
        var sick = UUID.randomUUID();
        var poison = record(NoteResource.FACT, sick, 1, "poison");
        var headers = poison.headers();
        Topic.send(List.of(new ProducerRecord<>(
                poison.topic(), null, sick.toString(), poison.value().replace("poison", "a\0b"), headers)));
        await().atMost(PATIENCE).until(() -> deadLetters() == 1);
        Topic.send(List.of(record(NoteResource.FACT, UUID.randomUUID(), 1, "still running")));
        await().atMost(PATIENCE).until(() -> facts().contains("still running"));
    }

    private long deadLetters() {
        return Sql.number("SELECT count(*) FROM dead_letter WHERE tenant_id = ? AND resolved_at IS NULL", tenant);
    }
}
