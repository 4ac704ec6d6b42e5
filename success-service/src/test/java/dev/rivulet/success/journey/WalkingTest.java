package dev.rivulet.success.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rivulet.kit.testing.Sql;
import dev.rivulet.success.Caller;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Several replicas at the same journeys, played by threads that know nothing of each other. */
@QuarkusTest
class WalkingTest {

    private static final int CUSTOMERS = 12;
    private static final int REPLICAS = 4;

    @Inject
    Walking walking;

    @Test
    void shouldTakeEachStepOnceHoweverManyReplicasWalk() throws Exception {
        var success = Caller.sandbox();
        var producer = success.producer();
        producer.send(producer.clock(Instant.parse("2025-03-03T12:00:00Z")));
        clockStandsAt(success, "2025-03-03 12:00:00");
        assertThat(success.json("/journeys").path("items")).hasSize(1);
        var deals = new ArrayList<UUID>();
        for (var i = 0; i < CUSTOMERS; i++) {
            deals.add(UUID.randomUUID());
            producer.send(
                    producer.contracting(deals.get(i), deals.get(i)),
                    producer.subscription(UUID.randomUUID(), deals.get(i), 0, 10, LocalDate.of(2025, 3, 3)));
        }
        for (var account : deals) {
            success.eventually(
                    "/customers/" + account + "/journey",
                    journey -> assertThat(journey.path("nextStep").asText()).isEqualTo("used"));
        }
        producer.send(producer.clock(Instant.parse("2025-09-03T12:00:00Z")));
        clockStandsAt(success, "2025-09-03 12:00:00");
        var rounds = new ArrayList<Future<?>>();
        try (var threads = Executors.newFixedThreadPool(REPLICAS)) {
            for (var i = 0; i < REPLICAS; i++) {
                rounds.add(threads.submit(walking::tick));
            }
        }
        for (var round : rounds) {
            round.get();
        }
        for (var account : deals) {
            success.eventually("/customers/" + account + "/journey", journey -> {
                assertThat(journey.path("outcome").asText()).isEqualTo("NOT_READY");
                var steps = new ArrayList<String>();
                journey.path("taken")
                        .forEach(step -> steps.add(step.path("step").asText()));
                assertThat(String.join(" ", steps))
                        .isEqualTo("join signature kickoff first-month used adoption midterm second-month"
                                + " review review review");
            });
        }
        assertThat(Sql.number(
                        "SELECT count(*) FROM success_task WHERE tenant_id = ? AND kind = 'JOURNEY_STEP'",
                        success.tenant()))
                .as("join, kickoff, adoption, midterm, extended, not ready")
                .isEqualTo(6L * CUSTOMERS);
    }

    private static void clockStandsAt(Caller success, String time) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(Sql.column(
                                "SELECT now AT TIME ZONE 'UTC' FROM tenant_clock WHERE tenant_id = ?",
                                success.tenant()))
                        .containsExactly(time));
    }
}
