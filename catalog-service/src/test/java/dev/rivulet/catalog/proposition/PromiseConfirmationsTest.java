package dev.rivulet.catalog.proposition;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.rivulet.catalog.Caller;
import dev.rivulet.kit.outbox.Envelope;
import dev.rivulet.kit.outbox.Event;
import dev.rivulet.kit.testing.Sql;
import dev.rivulet.kit.testing.Topic;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PromiseConfirmationsTest {

    private static final String TOPIC = "success.promise.events.v1";

    private final Caller sales = Caller.as("sales");
    private String proposition;

    /** The topic is success-service's, so that nobody here makes it. */
    @BeforeEach
    void makeTheTopic() {
        Topic.make(TOPIC);
        proposition = sales.proposition(sales.product(), sales.segment());
    }

    @Test
    void shouldShowConfirmationsAsEvidence() {
        confirm(UUID.randomUUID(), "CONFIRMED", "2026-03-01");
        confirm(UUID.randomUUID(), "PARTLY", "2026-03-03");
        confirm(UUID.randomUUID(), "NOT_ACHIEVED", "2026-03-02");

        awaitEvidence(1, 1, 1);
        sales.get(path())
                .then()
                .header("ETag", "\"0\"")
                .body("evidence.latest.outcome", contains("PARTLY", "NOT_ACHIEVED", "CONFIRMED"))
                .body("evidence.latest[0].metric", equalTo("soft-skills-score"))
                .body("evidence.latest[0].baseline", equalTo("52"))
                .body("evidence.latest[0].target", equalTo("70"))
                .body("evidence.latest[0].measured", equalTo("71.5"))
                .body("evidence.latest[0].confirmedOn", equalTo("2026-03-03"));
        sales.get("/value-propositions")
                .then()
                .body("items[0].evidence.confirmed", equalTo(1))
                .body("items[0].evidence.latest", hasSize(3));
    }

    @Test
    void shouldShowTheFiveNewestOfEach() {
        var other = sales.proposition(sales.product(), sales.segment());
        for (var day = 1; day <= 7; day++) {
            confirm(UUID.randomUUID(), "CONFIRMED", "2026-03-0" + day);
        }
        confirm(UUID.randomUUID().toString(), UUID.randomUUID(), other, "PARTLY", "2026-01-01");

        awaitEvidence(7, 0, 0);
        await().atMost(60, SECONDS)
                .untilAsserted(() -> sales.get("/value-propositions")
                        .then()
                        .body("items.evidence.confirmed", contains(7, 0))
                        .body("items.evidence.partly", contains(0, 1))
                        .body(
                                "items[0].evidence.latest.confirmedOn",
                                contains("2026-03-07", "2026-03-06", "2026-03-05", "2026-03-04", "2026-03-03"))
                        .body("items[1].evidence.latest", hasSize(1)));
    }

    @Test
    void shouldCountAnEventOnceHoweverOftenItComes() {
        var promise = UUID.randomUUID();
        for (var copy = 0; copy < 3; copy++) {
            confirm("event-" + promise, promise, proposition, "CONFIRMED", "2026-03-01");
        }
        confirm(UUID.randomUUID(), "PARTLY", "2026-03-02");

        awaitEvidence(1, 1, 0);
        assertThat(Sql.number("SELECT count(*) FROM evidence WHERE tenant_id = ?", sales.tenant()))
                .isEqualTo(2);
    }

    @Test
    void shouldKeepTheLastWordOfAPromiseConfirmedAgain() {
        var promise = UUID.randomUUID();
        confirm(promise, "PARTLY", "2026-03-01");
        confirm(promise, "CONFIRMED", "2026-04-01");

        awaitEvidence(1, 0, 0);
    }

    @Test
    void shouldParkWhatSpeaksOfNoProposition() {
        confirm(
                UUID.randomUUID().toString(),
                UUID.randomUUID(),
                UUID.randomUUID().toString(),
                "CONFIRMED",
                "2026-03-01");
        confirm(UUID.randomUUID(), "CONFIRMED", "2026-03-01");

        awaitEvidence(1, 0, 0);
        await().atMost(60, SECONDS)
                .untilAsserted(() -> sales.inRole("ops")
                        .get("/dead-letters")
                        .then()
                        .statusCode(200)
                        .body("items", hasSize(1))
                        .body("items[0].consumer", equalTo("evidence"))
                        .body("items[0].reason", containsString("no proposition")));
    }

    @Test
    void shouldDraftACaseStudyOfWhatIsConfirmedInFull() {
        var promise = UUID.randomUUID();
        confirm(promise, "CONFIRMED", "2026-03-01");
        confirm(promise, "CONFIRMED", "2026-03-02");
        confirm(UUID.randomUUID(), "PARTLY", "2026-03-01");
        awaitEvidence(1, 1, 0);

        sales.get("/case-studies")
                .then()
                .body("items.promiseId", contains(promise.toString()))
                .body("items[0].status", equalTo("DRAFT"))
                .body("items[0].consent", equalTo("NONE"))
                .body("items[0].propositionId", equalTo(proposition))
                .body("items[0].title", equalTo("soft-skills-score: 52 → 71.5 points"));
        sales.get(path() + "/performance")
                .then()
                .body("confirmedRate.successes", equalTo(1))
                .body("confirmedRate.of", equalTo(2));
    }

    @Test
    void shouldTakeBackWhatACustomerNoLongerStandsBy() {
        var promise = UUID.randomUUID();
        confirm(promise, "CONFIRMED", "2026-03-01");
        confirm(UUID.randomUUID(), "PARTLY", "2026-03-01");
        awaitEvidence(1, 1, 0);

        contest(sales.tenant(), promise);
        awaitEvidence(0, 1, 0);
        sales.get("/case-studies")
                .then()
                .body("items.promiseId", contains(promise.toString()))
                .body("items[0].status", equalTo("WITHDRAWN"));
        sales.get(path() + "/performance").then().body("confirmedRate.of", equalTo(1));

        // Of a promise the catalog never heard confirmed there is nothing to take back.
        contest(sales.tenant(), UUID.randomUUID());
        confirm(promise, "NOT_ACHIEVED", "2026-04-01");
        awaitEvidence(0, 1, 1);
        sales.inRole("ops").get("/dead-letters").then().body("items", hasSize(0));
    }

    @Test
    void shouldNotTakeBackAnotherTenantsEvidence() {
        var promise = UUID.randomUUID();
        confirm(promise, "CONFIRMED", "2026-03-01");
        awaitEvidence(1, 0, 0);
        var stranger = Caller.as("sales");
        contest(stranger.tenant(), promise);
        // Of the same key, and so handled after it; the stranger has no such proposition.
        send(stranger.tenant(), UUID.randomUUID().toString(), promise, proposition, "PARTLY", "2026-03-01");
        await().atMost(60, SECONDS)
                .untilAsserted(
                        () -> stranger.inRole("ops").get("/dead-letters").then().body("items", hasSize(1)));
        awaitEvidence(1, 0, 0);
    }

    private static void contest(String tenant, UUID promise) {
        Topic.send(List.of(Envelope.write(
                TOPIC,
                new Event(
                        UUID.randomUUID().toString(),
                        "/rivulet/success",
                        ContestedPromise.TYPE,
                        tenant,
                        promise.toString(),
                        4,
                        "{\"promiseId\": \"%s\", \"reason\": \"x\"}".formatted(promise),
                        null),
                Instant.parse("2026-03-02T10:00:00Z"))));
    }

    @Test
    void shouldNotTakeAnotherTenantsWord() {
        var stranger = Caller.as("sales");
        send(
                stranger.tenant(),
                UUID.randomUUID().toString(),
                UUID.randomUUID(),
                proposition,
                "CONFIRMED",
                "2026-03-01");

        await().atMost(60, SECONDS)
                .untilAsserted(
                        () -> stranger.inRole("ops").get("/dead-letters").then().body("items", hasSize(1)));
        sales.get(path()).then().body("evidence.confirmed", equalTo(0));
    }

    @Test
    void shouldIgnoreOtherFacts() {
        Topic.send(List.of(Envelope.write(
                TOPIC,
                new Event(
                        UUID.randomUUID().toString(),
                        "/rivulet/success",
                        "dev.rivulet.success.promise.measured.v1",
                        sales.tenant(),
                        UUID.randomUUID().toString(),
                        1,
                        "{\"anything\": true}",
                        null),
                Instant.parse("2026-03-01T10:00:00Z"))));
        confirm(UUID.randomUUID(), "CONFIRMED", "2026-03-01");

        awaitEvidence(1, 0, 0);
        sales.inRole("ops").get("/dead-letters").then().body("items", hasSize(0));
    }

    private void awaitEvidence(int confirmed, int partly, int notAchieved) {
        await().atMost(60, SECONDS)
                .untilAsserted(() -> sales.get(path())
                        .then()
                        .body("evidence.confirmed", equalTo(confirmed))
                        .body("evidence.partly", equalTo(partly))
                        .body("evidence.notAchieved", equalTo(notAchieved)));
    }

    private String path() {
        return "/value-propositions/" + proposition;
    }

    private void confirm(UUID promise, String outcome, String on) {
        confirm(UUID.randomUUID().toString(), promise, proposition, outcome, on);
    }

    private void confirm(String eventId, UUID promise, String proposition, String outcome, String on) {
        send(sales.tenant(), eventId, promise, proposition, outcome, on);
    }

    private static void send(
            String tenant, String eventId, UUID promise, String proposition, String outcome, String on) {
        var payload = """
                {"promiseId": "%s", "accountId": "%s", "subscriptionId": "%s", "propositionId": "%s",
                 "propositionVersion": 1, "metric": "soft-skills-score", "unit": "points", "baseline": "52",
                 "target": "70", "measured": "71.5", "outcome": "%s", "confirmedOn": "%s", "addedLater": 1}""".formatted(promise, UUID.randomUUID(), UUID.randomUUID(), proposition, outcome, on);
        var event = new Event(
                eventId, "/rivulet/success", ConfirmedPromise.TYPE, tenant, promise.toString(), 3, payload, null);
        Topic.send(List.of(Envelope.write(TOPIC, event, Instant.parse("2026-03-01T10:00:00Z"))));
    }
}
