package dev.rivulet.success.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rivulet.kit.testing.Sql;
import dev.rivulet.success.Caller;
import dev.rivulet.success.Producer;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two months with a manager, then tech touch, and back, by a test clock. */
@QuarkusTest
class ReferenceJourneyTest {

    private static final LocalDate START = LocalDate.now(ZoneOffset.UTC).minusDays(150);

    private final Caller success = Caller.sandbox();
    private final Producer producer = success.producer();
    private final UUID account = UUID.randomUUID();
    private final UUID deal = UUID.randomUUID();
    private LocalDate today = START;

    @BeforeEach
    void aManagerAndADealNearItsSignature() {
        moveTo(START);
        assertThat(success.json("/journeys").path("items")).hasSize(1);
        success.http()
                .contentType("application/json")
                .body("{\"hoursPerWeek\":\"40\"}")
                .put("/managers/mila/capacity")
                .then()
                .statusCode(200);
        producer.send(producer.account(account, 0, "Acme", "UTC"), producer.contracting(deal, account));
        journey(journey -> assertThat(journey.path("waitsFor").asText()).isEqualTo("SUBSCRIBED"));
    }

    @Test
    void shouldGraduateOnSuccessAndReturnOnRelapse() {
        assertThat(tasks()).containsExactly("The signature is near: introduce yourself");
        success.get("/tasks?owner=mila").then().body("items.kind", hasItem("JOURNEY_STEP"));
        success.get("/customers/" + account + "/touch")
                .then()
                .body("model", equalTo("LOW"))
                .body("manager", equalTo("mila"))
                .body("changes[0].reason", equalTo("contracting"));

        producer.send(producer.subscription(UUID.randomUUID(), account, 0, 10, today));
        journey(journey -> {
            assertThat(journey.path("nextStep").asText()).isEqualTo("used");
            assertThat(journey.path("dueAt").asText()).isEqualTo(today.plusDays(30) + "T09:00:00Z");
        });
        success.answer(account, "hr-head", 4);
        producer.send(producer.contact(UUID.randomUUID(), account, 0, "Anna Berger", "hr@acme.example"));
        moveTo(START.plusDays(20));
        use(6);
        moveTo(START.plusDays(30));
        journey(journey -> {
            assertThat(journey.path("nextStep").asText()).isEqualTo("review");
            assertThat(taken(journey))
                    .containsExactly("join", "signature", "kickoff", "first-month", "used", "midterm", "second-month");
        });

        moveTo(START.plusDays(60));
        journey(journey -> {
            assertThat(journey.path("extensions").asInt()).isEqualTo(1);
            assertThat(journey.path("status").asText()).isEqualTo("ACTIVE");
        });
        assertThat(tasks()).anyMatch(reason -> reason.startsWith("The journey is extended: score below 60"));

        success.answer(account, "hr-head", 10);
        moveTo(START.plusDays(80));
        use(9);
        moveTo(START.plusDays(90));
        journey(journey -> assertThat(journey.path("outcome").asText()).isEqualTo("GRADUATED"));
        success.get("/customers/" + account + "/touch")
                .then()
                .body("model", equalTo("TECH"))
                .body("manager", equalTo("mila"))
                .body("hours", equalTo(0.0f));
        journey(journey -> assertThat(journey.path("nextStep").asText()).isEqualTo("used-alone"));
        success.eventually("/messages?accountId=" + account, messages -> {
            var sent = messages.path("items");
            assertThat(sent.findValuesAsText("template")).containsExactly("under-way");
            assertThat(sent.at("/0/recipient").asText()).isEqualTo("hr@acme.example");
            assertThat(sent.at("/0/body").asText()).contains("mila is still there", "/unsubscribe-pages/");
        });

        success.answer(account, "hr-head", 0);
        success.answer(account, "ceo", 0);
        moveTo(START.plusDays(125));
        journey(journey -> {
            assertThat(journey.path("status").asText()).isEqualTo("ACTIVE");
            assertThat(taken(journey)).containsExactly("recovery", "recovery-month");
        });
        success.get("/customers/" + account + "/touch")
                .then()
                .body("model", equalTo("LOW"))
                .body("manager", equalTo("mila"))
                .body("changes[0].reason", equalTo("relapsed"));
        assertThat(tasks()).contains("The customer relapsed: find out why");
    }

    @Test
    void shouldKeepTheManagerWhileAPromiseIsPastItsDay() {
        var benefit = Producer.BENEFIT.replace("\"withinDays\":90", "\"withinDays\":30");
        assertThat(benefit).isNotEqualTo(Producer.BENEFIT);
        producer.send(producer.subscription(UUID.randomUUID(), account, 0, 10, today, "ACTIVE", null, benefit));
        journey(journey -> assertThat(journey.path("nextStep").asText()).isEqualTo("used"));
        success.answer(account, "hr-head", 10);
        moveTo(START.plusDays(40));
        use(9);
        moveTo(START.plusDays(60));
        journey(journey -> {
            assertThat(journey.path("extensions").asInt()).isEqualTo(1);
            assertThat(journey.path("status").asText()).isEqualTo("ACTIVE");
        });
        assertThat(tasks()).contains("The journey is extended: a promise missed or past its day");

        var promise = success.json("/promises?accountId=" + account).at("/items/0/id");
        var measured = success.post("/promises/" + promise.asText() + "/measurements", """
                {"value":"71","measuredOn":"%s"}""".formatted(today));
        success.post(
                        "/promises/" + promise.asText() + "/confirmations",
                        measured.header("ETag"),
                        "{\"confirmedBy\":\"Anna\"}")
                .then()
                .statusCode(200);
        moveTo(START.plusDays(80));
        use(9);
        moveTo(START.plusDays(90));
        journey(journey -> assertThat(journey.path("outcome").asText()).isEqualTo("GRADUATED"));
    }

    @Test
    void shouldTakeEachStepOnceInItsOrderHoweverFarTheClockJumps() {
        producer.send(producer.subscription(UUID.randomUUID(), account, 0, 10, today));
        journey(journey -> assertThat(journey.path("nextStep").asText()).isEqualTo("used"));
        moveTo(START.plusDays(149));
        journey(journey -> assertThat(journey.path("outcome").asText()).isEqualTo("NOT_READY"));
        var journey = success.json("/customers/" + account + "/journey");
        assertThat(taken(journey))
                .containsExactly(
                        "join",
                        "signature",
                        "kickoff",
                        "first-month",
                        "used",
                        "adoption",
                        "midterm",
                        "second-month",
                        "review",
                        "review",
                        "review");
        var due = new ArrayList<Instant>();
        journey.path("taken")
                .forEach(step -> due.add(Instant.parse(step.path("dueAt").asText())));
        assertThat(due).isSorted();
        assertThat(due.getLast()).isEqualTo(Instant.parse(START.plusDays(120) + "T09:00:00Z"));
        success.get("/customers/" + account + "/touch").then().body("model", equalTo("LOW"));
        assertThat(tasks()).anyMatch(reason -> reason.startsWith("The journey ended without success"));
    }

    @Test
    void shouldGiveTheManagerBackWhenTheDealIsLost() {
        producer.send(producer.lost(deal));
        journey(journey -> assertThat(journey.path("outcome").asText()).isEqualTo("LOST"));
        success.get("/managers/mila/capacity").then().body("customers", equalTo(0));
    }

    @Test
    void shouldWaitWhilePausedAndCatchUpAfterwards() {
        producer.send(producer.subscription(UUID.randomUUID(), account, 0, 10, today));
        journey(journey -> assertThat(journey.path("nextStep").asText()).isEqualTo("used"));
        var path = "/customers/" + account + "/journey";
        post(path + "/resumptions", 409, "journey-not-paused");
        post(path + "/pauses", 200, null);
        post(path + "/pauses", 409, "journey-paused");
        moveTo(START.plusDays(31));
        assertThat(success.json(path).path("nextStep").asText()).isEqualTo("used");
        post(path + "/resumptions", 200, null);
        journey(journey -> {
            assertThat(journey.path("nextStep").asText()).isEqualTo("review");
            assertThat(journey.path("dueAt").asText())
                    .as("a pause delays nothing")
                    .startsWith(START.plusDays(60).toString());
        });
        post(path + "/stops", 200, null);
        post(path + "/stops", 409, "journey-not-running");
        post("/customers/" + UUID.randomUUID() + "/journey/stops", 404, "not-found");
        Caller.fresh().get(path).then().statusCode(404);
    }

    private void post(String path, int status, String code) {
        var response = success.post(path, "{}");
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(status);
        if (code != null) {
            response.then().body("code", equalTo(code));
        }
    }

    private void moveTo(LocalDate day) {
        today = day;
        producer.send(producer.clock(Instant.parse(day + "T12:00:00Z")));
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(Sql.column(
                                "SELECT now AT TIME ZONE 'UTC' FROM tenant_clock WHERE tenant_id = ?",
                                success.tenant()))
                        .containsExactly(day + " 12:00:00"));
    }

    /** Some users, on the day of the test clock. */
    private void use(int users) {
        var events = new ArrayList<String>();
        for (var user = 0; user < users; user++) {
            events.add(Caller.usage(
                    UUID.randomUUID().toString(), account, "user-" + user, "1", Instant.parse(today + "T08:00:00Z")));
        }
        success.post("/usage-events", "{\"events\":[" + String.join(",", events) + "]}")
                .then()
                .statusCode(202);
        success.eventually(
                "/customers/" + account + "/licences",
                licences -> assertThat(licences.path("active").asInt()).isEqualTo(users));
    }

    private void journey(Consumer<JsonNode> check) {
        success.eventually("/customers/" + account + "/journey", check);
    }

    private List<String> tasks() {
        var reasons = new ArrayList<String>();
        success.json("/tasks?kind=JOURNEY_STEP&accountId=" + account)
                .path("items")
                .forEach(task -> reasons.add(task.path("reason").asText()));
        return reasons;
    }

    private static List<String> taken(JsonNode journey) {
        var steps = new ArrayList<String>();
        journey.path("taken").forEach(step -> steps.add(step.path("step").asText()));
        return steps;
    }
}
