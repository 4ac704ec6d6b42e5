package dev.rivulet.success.journey;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasItem;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rivulet.kit.testing.Sql;
import dev.rivulet.success.Caller;
import dev.rivulet.success.Producer;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What follows by itself once a customer has graduated, by a test clock. */
@QuarkusTest
class TechTouchTest {

    private static final LocalDate START = LocalDate.of(2025, 3, 3);
    private static final String JOURNEY = """
            {"key":"glance","name":"Glance","definition":{"touch":"LOW","atContracting":false,"steps":[
            {"key":"look","type":"REVIEW"},
            {"key":"hello","type":"MESSAGE","template":"under-way"},{"key":"rest","type":"WAIT","days":10},
            {"key":"check","type":"MESSAGE","template":"how-it-goes"}],
            "exit":{"criteria":[{"kind":"PROMISE"}],"extendDays":1,"mostExtensions":0,"then":"hello"}}}""";

    private final Caller success = Caller.sandbox();
    private final Producer producer = success.producer();
    private UUID account;

    @BeforeEach
    void aCustomerWhoGraduates() {
        moveTo(START);
        account = success.customer(10, START.minusDays(60));
        success.contact(account, "Anna Berger");
        var draft = success.post("/journeys", JOURNEY);
        success.post("/journeys/" + draft.<String>path("id") + "/publications", "\"0\"", "{}")
                .then()
                .statusCode(200);
        enrol();
        journey(journey -> {
            assertThat(journey.path("outcome").asText()).isEqualTo("GRADUATED");
            assertThat(journey.path("nextStep").asText()).isEqualTo("check");
            assertThat(journey.path("dueAt").asText()).isEqualTo(START.plusDays(10) + "T09:00:00Z");
        });
        messages(written -> assertThat(written).containsExactly("under-way SENT"));
    }

    @Test
    void shouldGoOnByTheClockAndComeToItsEnd() {
        moveTo(START.plusDays(11));
        messages(written -> assertThat(written).containsExactlyInAnyOrder("under-way SENT", "how-it-goes SENT"));
        journey(journey -> {
            assertThat(journey.path("taken").findValuesAsText("step"))
                    .containsExactly("look", "hello", "rest", "check");
            assertThat(journey.path("outcome").asText()).isEqualTo("GRADUATED");
            assertThat(journey.has("nextStep")).isFalse();
        });
        stops(409);
    }

    @Test
    void shouldNotWriteToWhoWantsNoMessages() {
        var body = success.json("/messages?accountId=" + account)
                .at("/items/0/body")
                .asText();
        given().contentType("application/x-www-form-urlencoded")
                .body("List-Unsubscribe=One-Click")
                .post(body.substring(body.lastIndexOf("/unsubscribe-pages/")))
                .then()
                .statusCode(200);
        moveTo(START.plusDays(11));
        messages(written -> assertThat(written).containsExactlyInAnyOrder("under-way SENT", "how-it-goes SUPPRESSED"));
    }

    @Test
    void shouldFallSilentWhenAManagerTakesOver() {
        success.post("/customers/" + account + "/touch-changes", "{\"model\":\"LOW\",\"reason\":\"by hand\"}")
                .then()
                .statusCode(201);
        moveTo(START.plusDays(11));
        journey(journey -> assertThat(journey.has("nextStep")).isFalse());
        messages(written -> assertThat(written).containsExactly("under-way SENT"));
    }

    @Test
    void shouldFallSilentWhenAnotherJourneyBegins() {
        enrol();
        journey(journey -> {
            assertThat(journey.path("outcome").asText()).isEqualTo("GRADUATED");
            assertThat(journey.path("taken").findValuesAsText("step")).containsExactly("look", "hello", "rest");
        });
        moveTo(START.plusDays(11));
        messages(written -> assertThat(written.stream().map(each -> each.split(" ")[0]))
                .containsExactlyInAnyOrder("under-way", "under-way", "how-it-goes"));
    }

    @Test
    void shouldFallSilentWhenStopped() {
        stops(200);
        stops(409);
        moveTo(START.plusDays(11));
        journey(journey -> assertThat(journey.has("nextStep")).isFalse());
        messages(written -> assertThat(written).containsExactly("under-way SENT"));
    }

    @Test
    void shouldPointAtAStepThatIsNotThere() {
        success.post("/journeys", JOURNEY.replace("\"then\":\"hello\"", "\"then\":\"goodbye\""))
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("/definition/exit/then"))
                .body("errors.code", hasItem("step-unknown"));
    }

    private void enrol() {
        success.post("/customers/" + account + "/journeys", "{\"journeyKey\":\"glance\"}")
                .then()
                .statusCode(201);
    }

    private void stops(int status) {
        success.post("/customers/" + account + "/journey/stops", "{}").then().statusCode(status);
    }

    private void moveTo(LocalDate day) {
        producer.send(producer.clock(Instant.parse(day + "T12:00:00Z")));
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(Sql.column(
                                "SELECT now AT TIME ZONE 'UTC' FROM tenant_clock WHERE tenant_id = ?",
                                success.tenant()))
                        .containsExactly(day + " 12:00:00"));
    }

    private void journey(Consumer<JsonNode> check) {
        success.eventually("/customers/" + account + "/journey", check);
    }

    private void messages(Consumer<List<String>> check) {
        success.eventually("/messages?accountId=" + account, messages -> {
            var written = messages.path("items")
                    .valueStream()
                    .map(message -> message.path("template").asText() + " "
                            + message.path("status").asText())
                    .toList();
            check.accept(written);
        });
    }
}
