package dev.rivulet.success.clock;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rivulet.kit.testing.Sql;
import dev.rivulet.success.Caller;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ClockTest {

    private static final LocalDate START = LocalDate.of(2025, 1, 1);

    @Test
    void shouldFollowTheClockOfASandbox() {
        var success = Caller.sandbox();
        var producer = success.producer();
        var account = UUID.randomUUID();
        producer.send(producer.clock(Instant.parse("2025-01-01T12:00:00Z")));
        producer.send(
                producer.account(account, 0, "Acme", "UTC"),
                producer.subscription(UUID.randomUUID(), account, 0, 10, START),
                producer.finalized(UUID.randomUUID(), account, LocalDate.of(2025, 1, 15)));
        // On the first day nothing is overdue, and seats that nobody has used yet say nothing.
        success.eventually("/customers/" + account, customer -> {
            assertThat(customer.path("seats").asInt()).isEqualTo(10);
            assertThat(customer.at("/score/coverage").decimalValue()).isEqualByComparingTo("0.3");
            assertThat(customer.at("/score/computedAt").asText()).isEqualTo("2025-01-01T12:00:00Z");
            assertThat(payment(customer).decimalValue()).isEqualByComparingTo("100");
        });

        producer.send(producer.clock(Instant.parse("2025-01-30T00:00:00Z")));

        // 15 days overdue, and a whole window without any use: 0.3 * 50 of 0.7.
        success.eventually("/customers/" + account, customer -> {
            assertThat(payment(customer).decimalValue()).isEqualByComparingTo("50");
            assertThat(customer.at("/score/score").decimalValue()).isEqualByComparingTo("21.4");
        });
        success.eventually("/tasks?kind=SCORE_LOW&accountId=" + account, tasks -> {
            assertThat(tasks.path("items")).hasSize(1);
            assertThat(tasks.at("/items/0/dueOn").asText()).isEqualTo("2025-02-02");
            assertThat(tasks.at("/items/0/openedAt").asText()).isEqualTo("2025-01-30T00:00:00Z");
        });
        assertThat(success.json("/customers/" + account + "/licences")
                        .path("to")
                        .asText())
                .isEqualTo("2025-01-30");
    }

    @Test
    void shouldNotTurnBack() {
        var success = Caller.sandbox();
        var producer = success.producer();
        producer.send(
                producer.clock(Instant.parse("2025-03-01T00:00:00Z")),
                producer.clock(Instant.parse("2025-02-01T00:00:00Z")),
                producer.clock(Instant.parse("2025-03-02T00:00:00Z")));
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(Sql.column(
                                "SELECT now AT TIME ZONE 'UTC' FROM tenant_clock WHERE tenant_id = ?",
                                success.tenant()))
                        .containsExactly("2025-03-02 00:00:00"));
    }

    @Test
    void shouldLeaveALiveTenantInThePresent() {
        var success = Caller.fresh();
        var account = success.customer(10);
        var producer = success.producer();
        producer.send(producer.clock(Instant.parse("2035-01-01T00:00:00Z")));
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(
                                Sql.number("SELECT count(*) FROM tenant_clock WHERE tenant_id = ?", success.tenant()))
                        .isEqualTo(1));
        assertThat(success.json("/customers/" + account + "/licences")
                        .path("to")
                        .asText())
                .isEqualTo(Caller.today().toString());
    }

    private static JsonNode payment(JsonNode customer) {
        return customer.at("/score/components/2/value");
    }
}
