package dev.rivulet.kit.outbox;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.rivulet.kit.sample.NoteResource;
import dev.rivulet.kit.tenancy.Tenants;
import dev.rivulet.kit.testing.Sql;
import dev.rivulet.kit.testing.Topic;
import dev.rivulet.local.StackResource;
import dev.rivulet.local.Tokens;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "database", value = "kit"))
class OutboxTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Inject
    Outbox outbox;

    @Inject
    Tenants tenants;

    @Inject
    Instance<OutboxShards> replicas;

    private final String tenant = "outbox-" + UUID.randomUUID();

    private void publish(UUID aggregate, long version) {
        tenants.as(
                tenant,
                () -> QuarkusTransaction.requiringNew().call(() -> {
                    outbox.publish(
                            NoteResource.FACT, aggregate, version, Map.of("id", aggregate, "title", "v" + version));
                    return true;
                }));
    }

    private long waiting() {
        return Sql.number("SELECT count(*) FROM outbox WHERE tenant_id = ?", tenant);
    }

    @Test
    void shouldPublishNothingOfARolledBackTransaction() {
        var aggregate = UUID.randomUUID();
        assertThatThrownBy(() -> tenants.as(
                        tenant,
                        () -> QuarkusTransaction.requiringNew().call(() -> {
                            outbox.publish(NoteResource.FACT, aggregate, 1, Map.of("id", aggregate, "title", "lost"));
                            throw new IllegalStateException("after publishing");
                        })))
                .hasMessage("after publishing");
        publish(aggregate, 2);
        await().atMost(PATIENCE).until(() -> waiting() == 0);
        assertThat(Topic.records(NoteResource.FACT.topic(), tenant))
                .extracting(record -> Topic.header(record, "ce_aggregateversion"))
                .containsExactly("2");
    }

    @Test
    void shouldRefuseToPublishOutsideATransaction() {
        assertThatThrownBy(() -> tenants.as(tenant, () -> {
                    outbox.publish(NoteResource.FACT, UUID.randomUUID(), 1, Map.of());
                    return true;
                }))
                .hasStackTraceContaining("Transaction is required");
    }

    @Test
    void shouldWriteACloudEventThatCarriesTheTrace() {
        given().header("Authorization", Tokens.bearer(tenant, "sales"))
                .header("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01")
                .contentType("application/json")
                .body("{\"title\":\"traced\",\"price\":{\"amount\":\"1\",\"currency\":\"EUR\"}}")
                .post("/notes")
                .then()
                .statusCode(201);
        await().atMost(PATIENCE).until(() -> waiting() == 0);
        var record = Topic.records(NoteResource.STATE.topic(), tenant).getFirst();
        assertThat(Topic.header(record, "ce_specversion")).isEqualTo("1.0");
        assertThat(Topic.header(record, "ce_source")).isEqualTo("/rivulet/kit");
        assertThat(Topic.header(record, "ce_type")).isEqualTo("dev.rivulet.kit.note.changed.v1");
        assertThat(Topic.header(record, "ce_subject")).isEqualTo(record.key());
        assertThat(Topic.header(record, "content-type")).isEqualTo("application/json");
        assertThat(Topic.header(record, "traceparent")).startsWith("00-4bf92f3577b34da6a3ce929d0e0e4736-");
    }

    @Test
    void shouldHaveOneEffectWhenTheRelayDiesBetweenSendAndDelete() {
        // The delete fails after Kafka has acknowledged: to the relay as if it had been killed there.
        Sql.run("CREATE FUNCTION killed() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'killed'; END $$;"
                + " CREATE TRIGGER killed BEFORE DELETE ON outbox FOR EACH ROW WHEN (OLD.tenant_id = '" + tenant
                + "') EXECUTE FUNCTION killed()");
        var aggregate = UUID.randomUUID();
        try {
            publish(aggregate, 1);
            await().atMost(PATIENCE)
                    .until(() ->
                            Topic.records(NoteResource.FACT.topic(), tenant).size() >= 2);
            assertThat(waiting()).isEqualTo(1);
        } finally {
            Sql.run("DROP TRIGGER killed ON outbox; DROP FUNCTION killed()");
        }
        await().atMost(PATIENCE).until(() -> waiting() == 0);
        var sent = Topic.records(NoteResource.FACT.topic(), tenant);
        assertThat(sent)
                .extracting(record -> Topic.header(record, "ce_id"))
                .hasSizeGreaterThanOrEqualTo(2)
                .containsOnly(Topic.header(sent.getFirst(), "ce_id"));
        publish(aggregate, 2);
        await().atMost(PATIENCE).until(() -> facts().size() == 2);
        assertThat(facts()).containsExactly("v1", "v2");
    }

    @Test
    void shouldGoOnWithTheOthersWhenAnEventCannotBeSent() {
        var bad = UUID.randomUUID();
        var good = Stream.generate(UUID::randomUUID)
                .filter(aggregate -> shard(aggregate) != shard(bad))
                .limit(20)
                .toList();
        var behind = Stream.generate(UUID::randomUUID)
                .filter(aggregate -> shard(aggregate) == shard(bad))
                .findFirst()
                .orElseThrow();
        tenants.as(
                tenant,
                () -> QuarkusTransaction.requiringNew().call(() -> {
                    outbox.publish(
                            NoteResource.FACT,
                            bad,
                            1,
                            Map.of("id", bad, "title", "x".repeat(EventProducer.LARGEST_EVENT)));
                    return true;
                }));
        try {
            publish(behind, 1);
            good.forEach(aggregate -> publish(aggregate, 1));
            await().atMost(PATIENCE).until(() -> waiting() == 2);
        } finally {
            Sql.run("DELETE FROM outbox WHERE aggregateid = '" + bad + "'");
        }
        await().atMost(PATIENCE).until(() -> waiting() == 0);
        assertThat(Topic.records(NoteResource.FACT.topic(), tenant))
                .extracting(ConsumerRecord::key)
                .contains(behind.toString())
                .containsAll(good.stream().map(UUID::toString).toList());
    }

    private static long shard(UUID aggregate) {
        return Sql.number("SELECT hashtext(?) & 15", aggregate.toString());
    }

    private List<String> facts() {
        return Sql.column("SELECT title FROM note_fact WHERE tenant_id = ? ORDER BY seq", tenant);
    }

    @Test
    void shouldKeepTheOrderOfEachAggregateWithSeveralReplicas() throws Exception {
        var aggregates = Stream.generate(UUID::randomUUID).limit(12).toList();
        var writing = new AtomicBoolean(true);
        try (var threads =
                Executors.newThreadPerTaskExecutor(Thread.ofPlatform().factory())) {
            for (var i = 0; i < 2; i++) {
                threads.submit(() -> {
                    try (var replica = replicas.get()) {
                        while (writing.get() || waiting() > 0) {
                            replica.publishAll();
                        }
                    }
                    return true;
                });
            }
            for (var version = 1; version <= 40; version++) {
                for (var aggregate : aggregates) {
                    publish(aggregate, version);
                }
            }
            writing.set(false);
        }
        var lastSeen = new HashMap<String, Long>();
        for (var record : Topic.records(NoteResource.FACT.topic(), tenant)) {
            var version = Long.parseLong(Topic.header(record, "ce_aggregateversion"));
            assertThat(version).as(record.key()).isEqualTo(lastSeen.getOrDefault(record.key(), 0L) + 1);
            lastSeen.put(record.key(), version);
        }
        assertThat(lastSeen)
                .hasSize(aggregates.size())
                .allSatisfy((key, version) -> assertThat(version).isEqualTo(40));
    }
}
