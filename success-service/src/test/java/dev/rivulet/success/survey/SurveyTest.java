package dev.rivulet.success.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;

import dev.rivulet.success.Caller;
import dev.rivulet.success.Producer;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class SurveyTest {

    private final Caller success = Caller.fresh();

    @Test
    void shouldHaveNoNpsWithoutAnswers() {
        var nps = success.json("/metrics/nps");
        assertThat(nps.path("n").asInt()).isZero();
        assertThat(nps.path("nps").isNull()).isTrue();
        assertThat(nps.path("standardError").isNull()).isTrue();
        assertThat(nps.path("reason").asText()).isEqualTo("no-answers");
    }

    @Test
    void shouldCountAnswersInTheNps() {
        var account = success.customer(5);
        for (var value : new int[] {10, 7, 3, 9}) {
            success.answer(account, "person-" + value, value);
        }

        var nps = success.json("/metrics/nps");
        assertThat(nps.path("n").asInt()).isEqualTo(4);
        assertThat(nps.path("promoters").asInt()).isEqualTo(2);
        assertThat(nps.path("passives").asInt()).isEqualTo(1);
        assertThat(nps.path("detractors").asInt()).isEqualTo(1);
        assertThat(nps.path("nps").decimalValue()).isEqualByComparingTo("25");
        // 100 times the root of (0.75 - 0.25²) / 4, and 1.96 of it to either side, to the end of the scale.
        assertThat(nps.path("standardError").decimalValue()).isEqualByComparingTo("41.5");
        assertThat(nps.path("low").decimalValue()).isEqualByComparingTo("-56.3");
        assertThat(nps.path("high").decimalValue()).isEqualByComparingTo("100");
        assertThat(nps.path("reason").isNull()).isTrue();
        assertThat(Caller.fresh().json("/metrics/nps").path("n").asInt()).isZero();
    }

    @Test
    void shouldShowWhatWasReportedOfAMonthThatLateAnswersHaveChanged() {
        var sandbox = Caller.sandbox();
        var producer = sandbox.producer();
        var account = UUID.randomUUID();
        producer.send(producer.clock(Instant.parse("2025-02-10T12:00:00Z")));
        producer.send(producer.account(account, 0, "Acme", "Asia/Tokyo"));
        sandbox.eventually(
                "/customers/" + account,
                customer ->
                        assertThat(customer.at("/score/computedAt").asText()).isEqualTo("2025-02-10T12:00:00Z"));
        answer(sandbox, account, "ada", 10, "2025-01-31T14:59:00Z");
        answer(sandbox, account, "ada", 9, "2025-02-09T12:00:00Z");
        // Known before February is over everywhere, which here it was half a day ago.
        move(sandbox, account, "2025-03-01T11:00:00Z");
        answer(sandbox, account, "ben", 7, "2025-02-20T12:00:00Z");
        answer(sandbox, account, "ben", 9, "2025-03-01T10:00:00Z");
        move(sandbox, account, "2025-03-01T13:00:00Z");
        answer(sandbox, account, "cleo", 0, "2025-02-28T14:59:00Z");
        answer(sandbox, account, "cleo", 0, "2025-02-28T15:00:00Z");

        var nps = sandbox.json("/metrics/nps?by=MONTH");
        assertThat(nps.path("policy").asText()).isEqualTo("rivulet-2");
        assertThat(nps.path("groups"))
                .extracting(group -> group.path("group").asText())
                .containsExactly("2025-01", "2025-02", "2025-03");
        var january = nps.at("/groups/0");
        assertThat(january.path("nps").decimalValue()).isEqualByComparingTo("100");
        assertThat(january.at("/reported/n").asInt(-1))
                .as("it was entered in February")
                .isZero();
        assertThat(january.at("/reported/reason").asText()).isEqualTo("no-answers");
        var february = nps.at("/groups/1");
        assertThat(february.path("n").asInt()).isEqualTo(3);
        assertThat(february.path("nps").decimalValue()).isEqualByComparingTo("0");
        assertThat(february.at("/reported/n").asInt()).isEqualTo(2);
        assertThat(february.at("/reported/nps").decimalValue()).isEqualByComparingTo("50");
        assertThat(february.at("/reported/policy").asText()).isEqualTo("rivulet-2");
        assertThat(nps.at("/groups/2/reported").isNull())
                .as("March is not over")
                .isTrue();
        var plain = sandbox.json("/metrics/nps?by=FUNCTION");
        assertThat(plain.at("/groups/0/reported").isNull()).isTrue();
    }

    private static void answer(Caller caller, UUID account, String respondent, int value, String at) {
        caller.post("/survey-answers", """
                {"accountId":"%s","kind":"NPS","value":%d,"respondent":"%s","answeredAt":"%s"}""".formatted(account, value, respondent, at))
                .then()
                .statusCode(201);
    }

    private static void move(Caller caller, UUID account, String to) {
        caller.producer().send(caller.producer().clock(Instant.parse(to)));
        caller.eventually(
                "/customers/" + account,
                customer ->
                        assertThat(customer.at("/score/computedAt").asText()).isEqualTo(to));
    }

    @Test
    void shouldRecordOneAnswerPerIdempotencyKey() {
        var account = success.customer(5);
        var body = """
                {"accountId":"%s","kind":"NPS","value":9,"respondent":"hr-head","comment":"good",
                "answeredAt":"2025-03-01T09:30:00Z"}""".formatted(account);
        String location = null;
        for (var copy = 0; copy < 2; copy++) {
            location = success.http()
                    .header("Idempotency-Key", "one")
                    .contentType("application/json")
                    .body(body)
                    .post("/survey-answers")
                    .then()
                    .statusCode(201)
                    .header("ETag", equalTo("\"0\""))
                    .extract()
                    .header("Location");
        }
        assertThat(success.json("/metrics/nps").path("n").asInt()).isEqualTo(1);
        success.get(java.net.URI.create(location).getPath())
                .then()
                .statusCode(200)
                .body("answeredAt", equalTo("2025-03-01T09:30:00Z"))
                .body("respondent", equalTo("hr-head"));
    }

    @Test
    void shouldRefuseAnAnswerOfACustomerItDoesNotKnow() {
        var stranger = Caller.fresh().customer(5);
        for (var account : new UUID[] {UUID.randomUUID(), stranger}) {
            success.post("/survey-answers", """
                    {"accountId":"%s","kind":"NPS","value":9,"respondent":"r"}""".formatted(account))
                    .then()
                    .statusCode(422)
                    .body("code", equalTo("account-unknown"))
                    .body("errors[0].pointer", equalTo("/accountId"));
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            too high     | {"accountId":"0199b3c2-7d5e-7a10-8f00-2b1c3d4e5f60","kind":"NPS","value":11,"respondent":"r"}   | /value      | answer-out-of-range
            too low      | {"accountId":"0199b3c2-7d5e-7a10-8f00-2b1c3d4e5f60","kind":"NPS","value":-1,"respondent":"r"}   | /value      | answer-out-of-range
            fraction     | {"accountId":"0199b3c2-7d5e-7a10-8f00-2b1c3d4e5f60","kind":"NPS","value":7.5,"respondent":"r"}  | /value      | wrong-type
            text         | {"accountId":"0199b3c2-7d5e-7a10-8f00-2b1c3d4e5f60","kind":"NPS","value":"7","respondent":"r"}  | /value      | wrong-type
            none         | {"accountId":"0199b3c2-7d5e-7a10-8f00-2b1c3d4e5f60","kind":"NPS","respondent":"r"}              | /value      | value-missing
            other kind   | {"accountId":"0199b3c2-7d5e-7a10-8f00-2b1c3d4e5f60","kind":"MOOD","value":7,"respondent":"r"}   | /kind       | value-invalid
            no UUID      | {"accountId":"acme","kind":"NPS","value":7,"respondent":"r"}                                    | /accountId  | wrong-type
            anonymous    | {"accountId":"0199b3c2-7d5e-7a10-8f00-2b1c3d4e5f60","kind":"NPS","value":7,"respondent":" "}    | /respondent | value-missing
            NUL          | {"accountId":"0199b3c2-7d5e-7a10-8f00-2b1c3d4e5f60","kind":"NPS","value":7,"respondent":"a\\u0000"} | /respondent | text-invalid
            far future   | {"accountId":"0199b3c2-7d5e-7a10-8f00-2b1c3d4e5f60","kind":"NPS","value":7,"respondent":"r","answeredAt":"+99999-01-01T00:00:00Z"} | /answeredAt | time-out-of-range
            unknown      | {"accountId":"0199b3c2-7d5e-7a10-8f00-2b1c3d4e5f60","kind":"NPS","value":7,"respondent":"r","mood":1} | /mood       | unknown-property
            """)
    void shouldPointAtTheFault(String name, String body, String pointer, String code) {
        success.post("/survey-answers", body)
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem(pointer))
                .body("errors.code", hasItem(code));
    }

    @Test
    void shouldRefuseAnAnswerThatIsStillToCome() {
        var account = success.customer(5);
        var answer = """
                {"accountId":"%s","kind":"NPS","value":7,"respondent":"r","answeredAt":"%s"}""";
        success.post("/survey-answers", answer.formatted(account, "2099-01-01T00:00:00Z"))
                .then()
                .statusCode(400)
                .body("code", equalTo("time-in-future"))
                .body("errors.pointer", hasItem("/answeredAt"));
        // A clock that is a little ahead.
        success.post("/survey-answers", answer.formatted(account, Instant.now().plusSeconds(120)))
                .then()
                .statusCode(201);
        assertThat(success.json("/metrics/nps").path("n").asInt()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "CSAT, 1, 201", "CSAT, 5, 201", "CSAT, 0, 400", "CSAT, 6, 400",
        "CES, 1, 201", "CES, 7, 201", "CES, 0, 400", "CES, 8, 400",
        "NPS, 0, 201", "NPS, 10, 201"
    })
    void shouldKeepToTheScaleOfTheKind(String kind, int value, int status) {
        var account = success.customer(5);
        var response = success.post("/survey-answers", """
                {"accountId":"%s","kind":"%s","value":%d,"respondent":"r"}""".formatted(account, kind, value));
        response.then().statusCode(status);
        if (status == 400) {
            response.then().body("code", equalTo("answer-out-of-range")).body("errors[0].pointer", equalTo("/value"));
        }
    }

    @Test
    void shouldCountTheLatestAnswerOfEachPersonInThePeriod() {
        var account = success.customer(5, LocalDate.of(2025, 1, 1));
        answer(account, "CSAT", "ceo", 1, "2025-01-10T12:00:00Z");
        answer(account, "CSAT", "ceo", 5, "2025-02-10T12:00:00Z");
        answer(account, "CSAT", "cto", 2, "2025-02-20T12:00:00Z");
        answer(account, "CSAT", "cto", 4, "2025-02-19T12:00:00Z");

        success.get("/metrics/csat")
                .then()
                .body("n", equalTo(2))
                .body("satisfied", equalTo(1))
                .body("csat", equalTo(50.0f));
        success.get("/metrics/csat?to=2025-01-31").then().body("n", equalTo(1)).body("csat", equalTo(0.0f));
        success.get("/metrics/csat?from=2025-02-11")
                .then()
                .body("n", equalTo(1))
                .body("satisfied", equalTo(0));
        success.get("/metrics/csat?by=MONTH")
                .then()
                .body("n", equalTo(2))
                .body("groups.group", equalTo(List.of("2025-01", "2025-02")))
                .body("groups.n", equalTo(List.of(1, 2)))
                .body("groups.satisfied", equalTo(List.of(0, 1)));
        for (var path : List.of("/metrics/csat", "/metrics/csat?by=MONTH")) {
            success.get(path)
                    .then()
                    .body("policy", equalTo("rivulet-2"))
                    .body("groups.policy", everyItem(equalTo("rivulet-2")));
        }
        success.get("/metrics/csat?by=PLAN").then().body("groups.group", equalTo(List.of("Team")));
        success.get("/metrics/csat?by=FUNCTION").then().body("groups.group", equalTo(Arrays.asList(null, "HR")));
        success.get("/metrics/csat?from=2025-02-01&to=2025-01-01")
                .then()
                .statusCode(400)
                .body("code", equalTo("range-backwards"));
        success.get("/metrics/csat?by=MOOD").then().statusCode(400);
    }

    /** An answer that is entered late is of the plan that the customer had when it was given. */
    @Test
    void shouldTellAnswersApartByThePlanOfTheirDay() {
        var account = success.customer(5, LocalDate.of(2025, 1, 1));
        var subscription =
                success.json("/customers/" + account).at("/subscriptions/0/id").asText();
        var producer = success.producer();
        producer.send(producer.fact(
                Producer.SUBSCRIPTIONS, "subscription.changed", UUID.fromString(subscription), 1, """
                        {"id":"%s","accountId":"%s","planName":"Pro","price":{"amount":"99.00","currency":"EUR"},
                        "period":"MONTH","propositionVersion":3,"seats":5,"status":"ACTIVE","startDate":"2025-01-01",
                        "history":[{"from":"2025-01-01","planName":"Team","seats":5,"mode":"RUNNING"},
                        {"from":"2025-03-01","planName":"Pro","seats":5,"mode":"RUNNING"}]}""".formatted(
                                subscription, account)));
        success.eventually(
                "/customers/" + account,
                customer -> assertThat(customer.at("/subscriptions/0/planName").asText())
                        .isEqualTo("Pro"));
        answer(account, "CSAT", "ceo", 1, "2025-02-28T12:00:00Z");
        answer(account, "CSAT", "cto", 5, "2025-03-01T12:00:00Z");

        success.get("/metrics/csat?by=PLAN")
                .then()
                .body("groups.group", equalTo(List.of("Pro", "Team")))
                .body("groups.satisfied", equalTo(List.of(1, 0)));
    }

    private void answer(UUID account, String kind, String respondent, int value, String at) {
        success.post("/survey-answers", """
                {"accountId":"%s","kind":"%s","value":%d,"respondent":"%s","answeredAt":"%s"%s}""".formatted(
                        account, kind, value, respondent, at, respondent.equals("ceo") ? ",\"function\":\"HR\"" : ""))
                .then()
                .statusCode(201);
    }

    @Test
    void shouldTellHowEasyItIs() {
        var account = success.customer(5);
        for (var value = 5; value <= 7; value++) {
            answer(account, "CES", "p" + value, value, "2025-02-10T12:00:00Z");
        }
        success.get("/metrics/ces")
                .then()
                .body("ces", equalTo(6.0f))
                .body("cesLow", equalTo(3.52f))
                .body("cesHigh", equalTo(7.0f))
                .body("easyPercent", equalTo(100.0f))
                .body("low", equalTo(43.85f))
                .body("policy", equalTo("rivulet-2"));
        // February closed long before they were entered.
        success.get("/metrics/ces?by=MONTH")
                .then()
                .body("groups.group", equalTo(List.of("2025-02")))
                .body("groups.ces", equalTo(List.of(6.0f)))
                .body("groups.policy", equalTo(List.of("rivulet-2")))
                .body("groups[0].reported.n", equalTo(0))
                .body("groups[0].reported.reason", equalTo("no-answers"))
                .body("groups[0].reported.policy", equalTo("rivulet-2"));
    }

    @Test
    void shouldTellTheAnswersToASurveyApart() {
        var segment = UUID.randomUUID();
        var inside = success.customer(5, LocalDate.of(2025, 1, 1));
        var outside = success.customer(5, LocalDate.of(2025, 1, 1));
        success.patch("/customers/" + inside + "/care", "\"0\"", "{\"segmentId\":\"" + segment + "\"}")
                .then()
                .statusCode(200);
        var survey = new Asked(success).survey("NPS", false);
        answer(survey, inside, "ada", 0, "2025-01-10T12:00:00Z");
        answer(survey, inside, "ada", 10, "2025-02-10T12:00:00Z");
        answer(survey, inside, "ben", 9, "2025-02-11T12:00:00Z");
        answer(survey, inside, "cleo", 3, "2025-02-12T12:00:00Z");
        answer(survey, outside, "dora", 7, "2025-02-28T12:00:00Z");
        answer(survey, outside, "dora", 0, "2025-03-01T12:00:00Z");
        success.answer(inside, "of no survey", 0);

        var results = "/surveys/" + survey + "/results";
        var february = success.json(results + "?by=SEGMENT&from=2025-02-01&to=2025-02-28")
                .path("nps");
        assertThat(february.path("n").asInt()).isEqualTo(4);
        var rest = february.at("/groups/0");
        assertThat(rest.path("group").isNull()).isTrue();
        assertThat(rest.path("n").asInt()).isOne();
        assertThat(rest.path("passives").asInt()).isOne();
        assertThat(rest.path("intervalReason").asText()).isEqualTo("one-answer");
        var own = february.at("/groups/1");
        assertThat(own.path("group").asText()).isEqualTo(segment.toString());
        assertThat(own.path("n").asInt()).isEqualTo(3);
        assertThat(own.path("nps").decimalValue()).isEqualByComparingTo("33.3");
        // 100 times the root of (1 - (1/3)²) / 3.
        assertThat(own.path("standardError").decimalValue()).isEqualByComparingTo("54.4");
        assertThat(own.path("low").decimalValue()).isEqualByComparingTo("-73.4");
        assertThat(own.path("high").decimalValue()).isEqualByComparingTo("100");
        success.get(results + "?by=MONTH")
                .then()
                .body("nps.groups.group", equalTo(List.of("2025-01", "2025-02", "2025-03")))
                .body("nps.groups.n", equalTo(List.of(1, 4, 1)));
        success.get(results + "?to=2025-01-31").then().body("nps.n", equalTo(1)).body("nps.nps", equalTo(-100.0f));
    }

    private void answer(String survey, UUID account, String respondent, int value, String at) {
        success.post("/survey-answers", """
                {"accountId":"%s","kind":"NPS","value":%d,"respondent":"%s","answeredAt":"%s","surveyId":"%s"}""".formatted(account, value, respondent, at, survey))
                .then()
                .statusCode(201);
    }

    @Test
    void shouldRefuseAnAnswerToNoSurveyOrAnother() {
        var account = success.customer(5);
        var survey = new Asked(success).survey("NPS", false);
        var body = """
                {"accountId":"%s","kind":"%s","value":5,"respondent":"r","surveyId":"%s"}""";
        success.post("/survey-answers", body.formatted(account, "CES", survey))
                .then()
                .statusCode(422)
                .body("code", equalTo("survey-kind"));
        success.post("/survey-answers", body.formatted(account, "NPS", UUID.randomUUID()))
                .then()
                .statusCode(422)
                .body("code", equalTo("survey-unknown"));
        success.post("/survey-answers", body.formatted(account, "NPS", survey))
                .then()
                .statusCode(201);
        assertThat(success.json("/surveys/" + survey + "/results").at("/nps/n").asInt())
                .isEqualTo(1);
    }

    @Test
    void shouldRefuseTextsThatAreTooLong() {
        success.post("/survey-answers", """
                {"accountId":"%s","kind":"NPS","value":7,"respondent":"%s"}""".formatted(UUID.randomUUID(), "x".repeat(201)))
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/respondent"))
                .body("errors[0].code", equalTo("text-too-long"))
                .body("errors[0].detail", equalTo("The text is longer than 200 characters."));
    }
}
