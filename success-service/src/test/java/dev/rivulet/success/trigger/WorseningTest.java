package dev.rivulet.success.trigger;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rivulet.success.Caller;
import dev.rivulet.success.Producer;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a rule warned of becomes worse while its task waits. */
@QuarkusTest
class WorseningTest {

    private static final UUID SCORE_IS_LOW = BuiltIn.ALL.stream()
            .filter(rule -> rule.key().equals("score-low"))
            .findFirst()
            .orElseThrow()
            .id();

    private final Caller success = Caller.sandbox();
    private final Producer producer = success.producer();
    private final UUID account = UUID.randomUUID();

    @Test
    void shouldWakeTheTaskWithTheNewReasonAndSeverity() {
        clock("2025-02-28T12:00:00Z");
        producer.send(
                producer.account(account, 0, "Acme", "UTC"),
                producer.subscription(UUID.randomUUID(), account, 0, 10, LocalDate.of(2025, 1, 1)));
        scoredAt("2025-02-28T12:00:00Z");
        success.deafToLowAnswers();
        success.answer(account, "hr-head", 10);
        assertThat(task().path("reason").asText()).startsWith("Score 42.9 < 50");
        success.post("/tasks/" + task().path("id").asText() + "/snoozes", "\"0\"", "{\"until\":\"2025-03-14\"}")
                .then()
                .statusCode(200);
        success.patch("/trigger-rules/" + SCORE_IS_LOW, "\"0\"", "{\"severity\":\"URGENT\"}")
                .then()
                .statusCode(200);

        clock("2025-03-02T12:00:00Z");
        scoredAt("2025-03-02T12:00:00Z");
        success.answer(account, "hr-head", 2);
        assertThat(task().path("status").asText()).as("within the cooldown").isEqualTo("SNOOZED");

        clock("2025-03-04T12:00:00Z");
        scoredAt("2025-03-04T12:00:00Z");
        success.eventually("/tasks?kind=SCORE_LOW", tasks -> {
            assertThat(tasks.path("items")).hasSize(1);
            var task = tasks.at("/items/0");
            assertThat(task.path("status").asText()).isEqualTo("OPEN");
            assertThat(task.has("snoozedUntil")).isFalse();
            assertThat(task.path("reason").asText()).startsWith("Score 8.");
            assertThat(task.path("severity").asText()).isEqualTo("URGENT");
            assertThat(task.path("ruleRevision").asInt()).isEqualTo(2);
            assertThat(task.path("openedAt").asText()).isEqualTo("2025-02-28T12:00:00Z");
            assertThat(task.path("dueOn").asText()).as("the deadline stays").isEqualTo("2025-03-03");
        });
    }

    private JsonNode task() {
        var tasks = success.json("/tasks?kind=SCORE_LOW").path("items");
        assertThat(tasks).hasSize(1);
        return tasks.path(0);
    }

    private void clock(String now) {
        producer.send(producer.clock(Instant.parse(now)));
    }

    private void scoredAt(String time) {
        success.eventually(
                "/customers/" + account,
                customer ->
                        assertThat(customer.at("/score/computedAt").asText()).isEqualTo(time));
    }
}
