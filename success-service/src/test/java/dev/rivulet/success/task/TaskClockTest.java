package dev.rivulet.success.task;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rivulet.success.Caller;
import dev.rivulet.success.Producer;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the passing of time does to tasks, by a test clock, where the customer is. */
@QuarkusTest
class TaskClockTest {

    private final Caller success = Caller.sandbox();
    private final Producer producer = success.producer();
    private final UUID account = UUID.randomUUID();

    /** In Vladivostok, ten hours ahead, on a Friday. */
    @BeforeEach
    void anUnhappyCustomerAndARuleThatEscalates() {
        producer.send(producer.clock(Instant.parse("2025-02-28T02:00:00Z")));
        producer.send(
                producer.account(account, 0, "Acme", "Asia/Vladivostok"),
                producer.subscription(UUID.randomUUID(), account, 0, 10, LocalDate.of(2025, 1, 1)));
        success.eventually(
                "/customers/" + account,
                customer ->
                        assertThat(customer.at("/score/computedAt").asText()).isEqualTo("2025-02-28T02:00:00Z"));
        var rule = success.json("/trigger-rules?limit=200").path("items");
        for (var each : rule) {
            if (each.path("name").asText().equals("Score is low")) {
                success.patch(
                                "/trigger-rules/" + each.path("id").asText(),
                                "\"0\"",
                                "{\"dueInDays\":1,\"workingDays\":true,\"escalateTo\":\"@admin\",\"owner\":\"mila\"}")
                        .then()
                        .statusCode(200);
            }
        }
        success.answer(account, "hr-head", 0);
    }

    @Test
    void shouldEscalateOnceTheLocalDayOfTheDeadlineIsOver() {
        task(task -> {
            assertThat(task.path("dueOn").asText()).as("the next working day").isEqualTo("2025-03-03");
            assertThat(task.path("owner").asText()).isEqualTo("mila");
            assertThat(task.path("severity").asText()).isEqualTo("HIGH");
            assertThat(task.path("ruleRevision").asInt()).isEqualTo(2);
        });
        producer.send(producer.clock(Instant.parse("2025-03-03T13:59:59Z")));
        clockStandsAt("2025-03-03T13:59:59Z");
        task(task -> assertThat(task.has("escalatedAt")).isFalse());

        producer.send(producer.clock(Instant.parse("2025-03-03T14:00:00Z")));
        eventually(task -> {
            assertThat(task.path("escalatedAt").asText()).isEqualTo("2025-03-03T14:00:00Z");
            assertThat(task.has("owner")).isFalse();
            assertThat(task.path("queue").asText()).isEqualTo("admin");
            assertThat(task.path("severity").asText()).isEqualTo("URGENT");
        });
        var version = task().path("version").asLong();
        producer.send(producer.clock(Instant.parse("2025-03-09T14:00:00Z")));
        clockStandsAt("2025-03-09T14:00:00Z");
        assertThat(task().path("version").asLong()).as("once").isEqualTo(version);
    }

    @Test
    void shouldWakeOnTheMorningOfTheDay() {
        success.post(path() + "/snoozes", "\"0\"", "{\"until\":\"2025-03-03\"}")
                .then()
                .statusCode(200);
        producer.send(producer.clock(Instant.parse("2025-03-02T13:59:59Z")));
        clockStandsAt("2025-03-02T13:59:59Z");
        task(task -> assertThat(task.path("status").asText()).isEqualTo("SNOOZED"));
        producer.send(producer.clock(Instant.parse("2025-03-02T14:00:00Z")));
        eventually(task -> {
            assertThat(task.path("status").asText()).isEqualTo("OPEN");
            assertThat(task.has("snoozedUntil")).isFalse();
            assertThat(task.has("escalatedAt")).isFalse();
        });
    }

    /** Whoever put it off decided for themselves, and not for whom it is escalated to. */
    @Test
    void shouldOpenWhatIsPutOffForWhomItIsEscalatedTo() {
        success.post(path() + "/snoozes", "\"0\"", "{\"until\":\"2025-03-20\"}")
                .then()
                .statusCode(200);
        producer.send(producer.clock(Instant.parse("2025-03-03T14:00:00Z")));
        eventually(task -> {
            assertThat(task.has("escalatedAt")).isTrue();
            assertThat(task.path("queue").asText()).isEqualTo("admin");
            assertThat(task.path("status").asText()).isEqualTo("OPEN");
            assertThat(task.has("snoozedUntil")).isFalse();
        });
    }

    private void clockStandsAt(String time) {
        success.eventually(
                "/customers/" + account,
                customer ->
                        assertThat(customer.at("/score/computedAt").asText()).isEqualTo(time));
    }

    private String path() {
        return "/tasks/" + task().path("id").asText();
    }

    private JsonNode task() {
        return success.json("/tasks?kind=SCORE_LOW&accountId=" + account).at("/items/0");
    }

    private void task(Consumer<JsonNode> check) {
        check.accept(task());
    }

    private void eventually(Consumer<JsonNode> check) {
        success.eventually("/tasks?kind=SCORE_LOW&accountId=" + account, tasks -> check.accept(tasks.at("/items/0")));
    }
}
