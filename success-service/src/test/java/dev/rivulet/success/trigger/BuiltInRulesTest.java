package dev.rivulet.success.trigger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rivulet.success.Caller;
import dev.rivulet.success.Producer;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The rules every tenant has, from what happens to the task of whoever looks after the customer. */
@QuarkusTest
class BuiltInRulesTest {

    private static final LocalDate THURSDAY = LocalDate.of(2025, 3, 6);

    private final Caller success = Caller.sandbox();
    private final Producer producer = success.producer();
    private final UUID account = UUID.randomUUID();

    /** Ten seats since the beginning of the year. */
    @BeforeEach
    void aCustomerOfMila() {
        producer.send(producer.clock(Instant.parse(THURSDAY + "T12:00:00Z")));
        producer.send(
                producer.account(account, 0, "Acme", "UTC"),
                producer.subscription(UUID.randomUUID(), account, 0, 10, LocalDate.of(2025, 1, 1)));
        success.eventually(
                "/customers/" + account,
                customer ->
                        assertThat(customer.at("/score/computedAt").asText()).isEqualTo(THURSDAY + "T12:00:00Z"));
        success.patch("/customers/" + account + "/care", "\"0\"", "{\"manager\":\"mila\"}")
                .then()
                .statusCode(200);
    }

    @Test
    void shouldAskWhyLessIsConsumed() {
        var events = new ArrayList<String>();
        for (var week = 0; week < 8; week++) {
            var monday = THURSDAY.minusDays(55).plusWeeks(week);
            for (var day = 0; day < (week < 4 ? 5 : 2); day++) {
                events.add(use("anna", monday.plusDays(day)));
                if (week < 4) {
                    events.add(use("boris", monday.plusDays(day)));
                }
            }
        }
        report(events, 1);
        taskShouldBe("USAGE_DROP", "Consumption fell by 80 % against the 28 days before", "2025-03-13");
    }

    @Test
    void shouldAskWhyLicencesLieIdle() {
        report(List.of(use("anna", THURSDAY), use("boris", THURSDAY)), 2);
        enable("licences-idle");
        success.answer(account, "hr-head", 10);
        taskShouldBe("USAGE_DROP", "80 % of the licences are idle", "2025-03-13");
    }

    @Test
    void shouldAskWhoNeedsMoreLicencesThanTheyHave() {
        report(
                IntStream.range(0, 10)
                        .mapToObj(user -> use("user-" + user, THURSDAY))
                        .toList(),
                10);
        enable("licences-full");
        success.answer(account, "hr-head", 10);
        taskShouldBe("EXPANSION", "100 % of the licences are taken", "2025-03-13");
    }

    @Test
    void shouldTellOfWhatEndsSoon() {
        var ends = THURSDAY.plusDays(30);
        producer.send(producer.subscription(
                UUID.randomUUID(), account, 0, 5, LocalDate.of(2025, 1, 1), "ACTIVE", ends, "null"));
        success.eventually(
                "/renewals", renewals -> assertThat(renewals.path("items")).hasSize(1));
        enable("renewal-near");
        success.answer(account, "hr-head", 10);
        taskShouldBe("RENEWAL", "Team ends on 2025-04-05, in 30 days, unless something happens", "2025-03-13");
    }

    private void enable(String rule) {
        success.patch("/trigger-rules/" + id(rule), "\"0\"", "{\"enabled\":true}")
                .then()
                .statusCode(200);
    }

    @Test
    void shouldAskWhySomebodyAnsweredLow() {
        success.answer(account, "hr-head", 2);
        taskShouldBe("LOW_ANSWER", "NPS was answered 2", "2025-03-10");
    }

    @Test
    void shouldAskWhatBecameOfThePromise() {
        producer.send(producer.clock(Instant.parse("2025-04-02T12:00:00Z")));
        taskShouldBe(
                "PROMISE_OVERDUE",
                "The promise about soft-skills-score was due on 2025-04-01 and is not confirmed",
                "2025-04-07");
    }

    /** Each due so many working days after the day it is opened on. */
    private void taskShouldBe(String kind, String reason, String dueOn) {
        success.eventually("/tasks?kind=" + kind, tasks -> {
            assertThat(tasks.path("items")).hasSize(1);
            var task = tasks.at("/items/0");
            assertThat(task.path("accountId").asText()).isEqualTo(account.toString());
            assertThat(task.path("reason").asText()).isEqualTo(reason);
            assertThat(task.path("owner").asText()).isEqualTo("mila");
            assertThat(task.path("dueOn").asText()).isEqualTo(dueOn);
            assertThat(task.path("severity").asText()).isEqualTo("HIGH");
        });
    }

    /** An answer moves the score, which lets the rules look at once. */
    private void report(List<String> events, int active) {
        success.post("/usage-events", "{\"events\":[" + String.join(",", events) + "]}")
                .then()
                .statusCode(202);
        success.eventually(
                "/customers/" + account + "/licences",
                licences -> assertThat(licences.path("active").asInt()).isEqualTo(active));
        success.answer(account, "hr-head", 9);
    }

    private String use(String user, LocalDate day) {
        return Caller.usage(UUID.randomUUID().toString(), account, user, "1", Instant.parse(day + "T08:00:00Z"));
    }

    private static UUID id(String key) {
        return BuiltIn.ALL.stream()
                .filter(rule -> rule.key().equals(key))
                .findFirst()
                .orElseThrow()
                .id();
    }
}
