package dev.rivulet.success.value;

import static dev.rivulet.success.Caller.today;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.rivulet.kit.testing.Topic;
import dev.rivulet.success.Caller;
import dev.rivulet.success.Producer;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class PromiseLedgerTest {

    private final Caller success = Caller.fresh();

    @Test
    void shouldReachItsTargetUntilItsDayAlthoughItFellShortBefore() {
        var promise = Ledger.of(success, today().minusDays(80));
        promise.measure("60", today().minusDays(50).toString()).then().statusCode(201);
        promise.confirm().then().statusCode(200).body("status", equalTo("PARTLY"));
        promise.measure("55", today().minusDays(51).toString())
                .then()
                .statusCode(409)
                .body("code", equalTo("promise-closed"));
        promise.measure("71", today().toString())
                .then()
                .statusCode(201)
                .body("status", equalTo("MEASURED"))
                .body("confirmedBy", nullValue())
                .body("confirmedOn", nullValue());
        promise.confirm()
                .then()
                .statusCode(200)
                .body("status", equalTo("CONFIRMED"))
                .body("confirmedOn", equalTo(today().toString()));
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(Topic.records("success.promise.events.v1", success.tenant()))
                        .extracting(told ->
                                Caller.tree(told.value()).path("outcome").asText())
                        .containsExactly("PARTLY", "CONFIRMED"));

        var late = Ledger.of(success, today().minusDays(100));
        late.measure("60", "2025-04-15").then().statusCode(201);
        late.confirm().then().statusCode(200).body("status", equalTo("PARTLY"));
        late.measure("71", today().toString()).then().statusCode(409).body("code", equalTo("promise-closed"));
    }

    @Test
    void shouldNotBeMeasuredBeforeTheDay() {
        var promise = Ledger.of(success, today());
        promise.measure("71", today().plusDays(1).toString())
                .then()
                .statusCode(400)
                .body("code", equalTo("time-in-future"))
                .body("errors[0].pointer", equalTo("/measuredOn"));
    }

    @Test
    void shouldBeMeasuredAnewOnceTheCustomerTakesItsWordBack() {
        var promise = Ledger.of(success, today());
        promise.measure("71", "2025-04-15").then().statusCode(201);
        promise.confirm().then().statusCode(200).body("status", equalTo("CONFIRMED"));
        promise.measure("72", "2025-04-16").then().statusCode(409).body("code", equalTo("promise-closed"));
        promise.extend("2099-01-01").then().statusCode(409);

        promise.contest("Only 9 of 25 took part")
                .then()
                .statusCode(200)
                .body("status", equalTo("CONTESTED"))
                .body("latestMeasurement", nullValue())
                .body("confirmedBy", nullValue());
        promise.confirm().then().statusCode(409).body("code", equalTo("promise-not-measured"));
        promise.contest("again").then().statusCode(409).body("code", equalTo("promise-not-measured"));
        // Even of an earlier day: what is disputed no longer counts.
        promise.measure("60", "2025-04-10").then().statusCode(201).body("status", equalTo("MEASURED"));
        promise.confirm().then().statusCode(200).body("status", equalTo("PARTLY"));

        success.get(promise.path() + "/measurements").then().body("items.value", equalTo(List.of("71", "60")));
        success.get(promise.path() + "/history")
                .then()
                .body("items.step", equalTo(List.of("MEASURE", "CONFIRM", "CONTEST", "MEASURE", "CONFIRM")))
                .body("items[2].reason", equalTo("Only 9 of 25 took part"))
                .body("items[2].takenBy", equalTo("Anna"))
                .body("items[2].measured", equalTo("71"))
                .body("items[2].statusBefore", equalTo("CONFIRMED"));
    }

    @Test
    void shouldBePutOffByAgreement() {
        var promise = Ledger.of(success, today());
        var due = today().plusDays(90);
        promise.extend(due.toString())
                .then()
                .statusCode(422)
                .body("code", equalTo("due-not-later"))
                .body("errors[0].pointer", equalTo("/dueOn"));
        promise.extend(due.plusDays(30).toString())
                .then()
                .statusCode(200)
                .body("dueOn", equalTo(due.plusDays(30).toString()))
                .body("originallyDueOn", equalTo(due.toString()))
                .body("status", equalTo("PENDING"));
        success.get(promise.path() + "/history")
                .then()
                .body("items", hasSize(1))
                .body("items[0].dueBefore", equalTo(due.toString()))
                .body("items[0].dueAfter", equalTo(due.plusDays(30).toString()))
                .body("items[0].takenBy", equalTo("Anna"));
        success.post(promise.path() + "/extensions", "{}").then().statusCode(400);
        success.get("/promises?dueBefore=" + due.plusDays(30)).then().body("items", hasSize(0));
        success.get("/promises?dueBefore=" + due.plusDays(31) + "&status=PENDING")
                .then()
                .body("items.id", equalTo(List.of(promise.id())));
        success.get("/promises?status=CONFIRMED").then().body("items", hasSize(0));
    }

    @Test
    void shouldBeMeasuredByUsage() {
        var promise = Ledger.of(success, today().minusDays(10));
        success.use(promise.account(), 3);
        computed(promise, "USAGE_USERS", "").body("latestMeasurement.value", equalTo("3"));
        computed(promise, "USAGE_SUM", ",\"metric\":\"lesson\"").body("latestMeasurement.value", equalTo("3"));
        computed(promise, "USAGE_DAYS", ",\"metric\":\"lesson\"").body("latestMeasurement.value", equalTo("1"));
        computed(promise, "USAGE_USERS", ",\"metric\":\"other\"").body("latestMeasurement.value", equalTo("0"));
        computed(promise, "USAGE_PER_USER", ",\"metric\":\"lesson\"").body("latestMeasurement.value", equalTo("1"));
        computed(promise, "LICENCE_SHARE", "").body("latestMeasurement.value", equalTo("0.3"));
        success.get(promise.path() + "/measurements")
                .then()
                .body("items", hasSize(6))
                .body("items[1].source", equalTo("USAGE_SUM"))
                .body("items[1].usageMetric", equalTo("lesson"))
                .body("items[1].from", equalTo(today().minusDays(5).toString()))
                .body("items[1].measuredOn", equalTo(today().toString()));
    }

    /** Ten seats until yesterday and fifty from today on: what was used until then is of the ten. */
    @Test
    void shouldBeMeasuredByTheSeatsOfThatTime() {
        var promise = Ledger.of(success, today().minusDays(20));
        var events = new ArrayList<String>();
        for (var user : List.of("anna", "boris", "clara")) {
            var at = today().minusDays(3).atTime(12, 0).toInstant(ZoneOffset.UTC);
            events.add(Caller.usage(user, promise.account(), user, "1", at));
        }
        success.post("/usage-events", "{\"events\":[" + String.join(",", events) + "]}")
                .then()
                .statusCode(202);
        var account = "/customers/" + promise.account();
        var subscription = success.json(account).at("/subscriptions/0/id").asText();
        var producer = success.producer();
        producer.send(producer.fact(
                Producer.SUBSCRIPTIONS, "subscription.changed", UUID.fromString(subscription), 1, """
                        {"id":"%s","accountId":"%s","planName":"Team","price":{"amount":"245.00","currency":"EUR"},
                        "period":"MONTH","propositionVersion":3,"seats":50,"status":"ACTIVE","startDate":"%s",
                        "history":[{"from":"%s","planName":"Team","seats":10,"mode":"RUNNING"},
                        {"from":"%s","planName":"Team","seats":50,"mode":"RUNNING"}]}""".formatted(
                        subscription, promise.account(), today().minusDays(20), today().minusDays(20), today())));
        success.eventually(account + "/licences", licences -> {
            assertThat(licences.path("purchased").asInt()).isEqualTo(50);
            assertThat(licences.path("active").asInt()).isEqualTo(3);
        });
        for (var share : Map.of(today().minusDays(1), "0.3", today(), "0.06").entrySet()) {
            promise.post("computed-measurements", """
                    {"source":"LICENCE_SHARE","from":"%s","to":"%s"}""".formatted(today().minusDays(5), share.getKey()))
                    .then()
                    .statusCode(201);
            success.get(promise.path() + "/measurements")
                    .then()
                    .body("items.find { it.measuredOn == '" + share.getKey() + "' }.value", equalTo(share.getValue()));
        }
    }

    @Test
    void shouldBeMeasuredByASurvey() {
        var promise = Ledger.of(success, today());
        var draft = success.post("/surveys", """
                {"name":"Skills","kind":"CES","questions":{"en":"a","ru":"b"}}""");
        String survey = draft.path("id");
        for (var value : new int[] {5, 6, 6}) {
            success.post("/survey-answers", """
                    {"accountId":"%s","kind":"CES","value":%d,"respondent":"p%s","surveyId":"%s"}""".formatted(promise.account(), value, UUID.randomUUID(), survey))
                    .then()
                    .statusCode(201);
        }
        computed(promise, "SURVEY_MEAN", ",\"surveyId\":\"" + survey + "\"")
                .body("latestMeasurement.value", equalTo("5.6667"))
                .body("status", equalTo("MEASURED"));
    }

    private static ValidatableResponse computed(Ledger promise, String source, String more) {
        return promise.post("computed-measurements", """
                {"source":"%s","from":"%s","to":"%s"%s}""".formatted(source, today().minusDays(5), today(), more))
                .then()
                .statusCode(201);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"source":"MANUAL","from":"2025-01-01","to":"2025-01-31"}                             | 400 | /source   | source-manual
            {"source":"USAGE_SUM","from":"2025-01-01","to":"2025-01-31"}                          | 400 | /metric   | value-missing
            {"source":"USAGE_USERS","from":"2025-02-01","to":"2025-01-31"}                        | 400 | /to       | range-backwards
            {"source":"USAGE_USERS","from":"2024-01-01","to":"2025-01-31"}                        | 400 | /from     | range-too-long
            {"source":"LICENCE_SHARE","metric":"lesson","from":"2025-01-01","to":"2025-01-31"}    | 400 | /metric   | source-foreign
            {"source":"USAGE_DAYS","surveyId":"0199b3c2-7d5e-7a10-8f00-2b1c3d4e5f60","from":"2025-01-01","to":"2025-01-31"} | 400 | /surveyId | source-foreign
            {"source":"SURVEY_MEAN","from":"2025-01-01","to":"2025-01-31"}                        | 400 | /surveyId | value-missing
            {"source":"SURVEY_MEAN","surveyId":"0199b3c2-7d5e-7a10-8f00-2b1c3d4e5f60","from":"2025-01-01","to":"2025-01-31"} | 422 | /surveyId | survey-unknown
            {"source":"USAGE_PER_USER","metric":"lesson","from":"2025-01-01","to":"2025-01-31"}   | 422 | /from     | nothing-to-measure
            {"source":"LICENCE_SHARE","from":"2020-01-01","to":"2020-01-31"}                      | 422 | /from     | nothing-to-measure
            {"source":"GUESS","from":"2025-01-01","to":"2025-01-31"}                              | 400 | /source   | value-invalid
            {"source":"USAGE_USERS","to":"2025-01-31"}                                            | 400 | /from     | value-missing
            """)
    void shouldPointAtTheFaultOfAComputedMeasurement(String body, int status, String pointer, String code) {
        var promise = Ledger.of(success, today());
        success.post(promise.path() + "/computed-measurements", body)
                .then()
                .statusCode(status)
                .body("errors.pointer", hasItem(pointer))
                .body("errors.code", hasItem(code));
    }

    @Test
    void shouldBeConfirmedByTheCustomerOnAPage() {
        var promise = Ledger.of(success, today());
        success.post(promise.path() + "/links", "")
                .then()
                .statusCode(409)
                .body("code", equalTo("promise-not-measured"));
        promise.measure("71.5", "2025-04-15");
        var link = link(promise);
        given().get(link)
                .then()
                .statusCode(200)
                .header("Content-Security-Policy", containsString("default-src 'none'"))
                .body(
                        containsString("soft-skills-score"),
                        containsString("71.5 points"),
                        not(containsString("<script")));
        given().header("Accept-Language", "ru").get(link).then().body(containsString("Ваш результат"));
        given().formParam("action", "confirm")
                .formParam("name", " ")
                .post(link)
                .then()
                .statusCode(400)
                .body(containsString("Please tell your name."));
        given().formParam("action", "contest")
                .formParam("name", "Anna")
                .post(link)
                .then()
                .statusCode(400)
                .body(allOf(containsString("Please tell what is wrong."), containsString("value=\"Anna\"")));
        promise.get().then().body("status", equalTo("MEASURED"));

        given().formParam("action", "confirm")
                .formParam("name", "Anna Petrova")
                .post(link)
                .then()
                .statusCode(200)
                .body(containsString("Thank you!"));
        promise.get().then().body("status", equalTo("CONFIRMED")).body("confirmedBy", equalTo("Anna Petrova"));
        given().formParam("action", "contest")
                .formParam("name", "Anna")
                .formParam("reason", "no")
                .post(link)
                .then()
                .statusCode(409)
                .body(containsString("already been decided"));
        given().get(link).then().statusCode(200).body(containsString("already been decided"));
    }

    @Test
    void shouldBeDisputedByTheCustomerOnAPage() {
        var promise = Ledger.of(success, today());
        promise.measure("71.5", "2025-04-15");
        var first = link(promise);
        promise.measure("69", "2025-04-16");
        // Nobody confirms what they have not been shown.
        given().formParam("name", "Anna").post(first).then().statusCode(409);
        given().formParam("action", "contest")
                .formParam("name", "Anna")
                .formParam("reason", "It was 65")
                .post(link(promise))
                .then()
                .statusCode(200);
        promise.get().then().body("status", equalTo("CONTESTED"));
        success.get(promise.path() + "/history").then().body("items[2].reason", equalTo("It was 65"));
        given().get("/promise-pages/" + success.tenant() + ".PqkYbbV0S4a5OqU8-0P2pXbq7Rj1m2c3d4e5f6g7h8i")
                .then()
                .statusCode(404);
        given().formParam("name", "x").post("/promise-pages/x").then().statusCode(404);
    }

    @Test
    void shouldCloseAPageAfterThirtyDays() {
        var sandbox = Caller.sandbox();
        sandbox.producer().send(sandbox.producer().clock(Instant.parse("2025-01-01T12:00:00Z")));
        var promise = Ledger.of(sandbox, LocalDate.of(2025, 1, 1));
        promise.measure("71.5", "2025-01-01");
        var link = link(promise);
        sandbox.producer().send(sandbox.producer().clock(Instant.parse("2025-01-31T12:00:00Z")));
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> given().get(link).then().statusCode(410));
        given().formParam("name", "Anna").post(link).then().statusCode(410);
        promise.get().then().body("status", equalTo("MEASURED"));
    }

    private static String link(Ledger promise) {
        return URI.create(promise.post("links", "")
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("link"))
                .getPath();
    }

    @Test
    void shouldHideTheLedgerFromAnotherTenant() {
        var promise = Ledger.of(success, today());
        var stranger = Caller.fresh();
        for (var path : List.of("", "/measurements", "/history")) {
            success.get(promise.path() + path).then().statusCode(200);
            stranger.get(promise.path() + path).then().statusCode(404);
        }
        stranger.post(promise.path() + "/links", "").then().statusCode(404);
        stranger.post(promise.path() + "/contests", "\"0\"", "{\"contestedBy\":\"x\",\"reason\":\"x\"}")
                .then()
                .statusCode(404);
        stranger.post(
                        promise.path() + "/extensions",
                        "\"0\"",
                        "{\"dueOn\":\"2099-01-01\",\"agreedWith\":\"x\",\"reason\":\"x\"}")
                .then()
                .statusCode(404);
        stranger.post(
                        promise.path() + "/computed-measurements",
                        "{\"source\":\"USAGE_USERS\",\"from\":\"2025-01-01\",\"to\":\"2025-01-02\"}")
                .then()
                .statusCode(404);
    }
}
