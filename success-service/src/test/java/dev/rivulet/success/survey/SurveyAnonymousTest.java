package dev.rivulet.success.survey;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.rivulet.kit.testing.Sql;
import dev.rivulet.kit.testing.Topic;
import dev.rivulet.success.Caller;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SurveyAnonymousTest {

    private final Caller success = Caller.fresh();
    private final Asked asked = new Asked(success);

    @Test
    void shouldKeepNothingThatTellsWhoseAnAnswerIs() {
        var account = success.customer(5);
        var survey = asked.survey("NPS", true);
        var wave = wave(survey, account, people(account, 3));
        answer(asked.links(survey, 3), "1", "1", "10");

        assertThat(Sql.number("SELECT count(*) FROM survey_answer WHERE tenant_id = ?", success.tenant()))
                .isZero();
        assertThat(Sql.column("SELECT string_agg(column_name, ' ' ORDER BY column_name) FROM information_schema.columns"
                        + " WHERE table_name = 'survey_anonymous_answer'"))
                .containsExactly("comment id tenant_id value wave_id");
        var before = kept(wave);
        assertThat(kept(wave)).hasSize(3);
        // A random id, no time in it.
        assertThat(before).allMatch(id -> UUID.fromString(id).version() == 4);
        success.get("/survey-invitations?waveId=" + wave)
                .then()
                .body("items.status", equalTo(List.of("ANSWERED", "ANSWERED", "ANSWERED")));
        // No answer of the customer, no task, no event.
        success.get("/survey-answers").then().body("items", hasSize(0));
        assertThat(success.json("/metrics/nps").path("n").asInt()).isZero();

        stop(survey, wave);
        // Written anew: other ids, all in one transaction, so that none leads back to an invitation.
        assertThat(kept(wave)).hasSize(3).doesNotContainAnyElementsOf(before);
        assertThat(Sql.number(
                        "SELECT count(DISTINCT xmin::text) FROM survey_anonymous_answer WHERE tenant_id = ?",
                        success.tenant()))
                .isEqualTo(1);
    }

    @Test
    void shouldShowOnlyWavesThatAreOverAndLargeEnough() {
        var account = success.customer(5);
        var survey = asked.survey("CSAT", true);
        var people = people(account, 6);
        var first = wave(survey, account, people.subList(0, 4));
        answer(asked.links(survey, 4), "5", "4", "1");
        success.get("/surveys/" + survey + "/results")
                .then()
                .body("answered", equalTo(3))
                .body("withheld", equalTo(3))
                .body("csat.n", equalTo(0))
                .body("csat.csat", nullValue())
                .body("csat.reason", equalTo("no-answers"));
        success.get("/surveys/" + survey + "/comments").then().body("items", hasSize(0));

        stop(survey, first);
        success.get("/surveys/" + survey + "/results")
                .then()
                .body("withheld", equalTo(0))
                .body("csat.n", equalTo(3))
                .body("csat.csat", equalTo(66.67f));
        success.get("/surveys/" + survey + "/comments")
                .then()
                .body("items", hasSize(3))
                .body("items.accountId", equalTo(Arrays.asList(null, null, null)))
                .body("items.respondent", equalTo(Arrays.asList(null, null, null)))
                .body("items.answeredOn", equalTo(Arrays.asList(null, null, null)));

        // A second wave with two answers does not give them away by what it adds.
        var second = wave(survey, account, people.subList(4, 6));
        answer(asked.links(survey, 6).subList(4, 6), "1", "2");
        stop(survey, second);
        success.get("/surveys/" + survey + "/results")
                .then()
                .body("answered", equalTo(5))
                .body("withheld", equalTo(2))
                .body("csat.n", equalTo(3));
        success.get("/surveys/" + survey + "/comments").then().body("items", hasSize(3));
    }

    @Test
    void shouldTellNothingApart() {
        var survey = asked.survey("NPS", true);
        for (var query : List.of("?by=PLAN", "?from=2025-01-01", "?to=2025-01-01")) {
            success.get("/surveys/" + survey + "/results" + query)
                    .then()
                    .statusCode(422)
                    .body("code", equalTo("survey-anonymous"));
        }
        success.post("/survey-answers", """
                {"accountId":"%s","kind":"NPS","value":9,"respondent":"r","surveyId":"%s"}""".formatted(UUID.randomUUID(), survey))
                .then()
                .statusCode(422)
                .body("code", equalTo("survey-anonymous"));
    }

    @Test
    void shouldPromiseItOnThePage() {
        var account = success.customer(5);
        var survey = asked.survey("NPS", true);
        wave(survey, account, people(account, 1));
        var link = asked.links(survey, 1).getFirst();
        given().get(link).then().body(containsString("Your answer is anonymous"));
        answer(List.of(link), "9");
        given().formParam("value", "0").post(link).then().statusCode(409);

        // Nor does anybody else hear of it, as they do of other answers.
        success.answer(account, "hr-head", 7);
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(Topic.records("success.survey-answer.events.v1", success.tenant()))
                        .singleElement()
                        .satisfies(told -> assertThat(told.value()).contains("\"value\":7")));
    }

    @Test
    void shouldLeaveNobodyAloneAmongPeopleWhoAreNone() {
        var account = success.customer(5);
        var survey = asked.survey("NPS", true);
        var real = people(account, 1).getFirst();
        for (var invented : List.of("x1", UUID.randomUUID().toString(), real.toUpperCase(Locale.ROOT))) {
            success.post("/surveys/" + survey + "/waves", """
                    {"audience":{"people":[{"accountId":"%s","respondent":"%s"},
                    {"accountId":"%s","respondent":"%s"}]}}""".formatted(account, real, account, invented))
                    .then()
                    .statusCode(422)
                    .body("code", equalTo("contact-unknown"))
                    .body("errors[0].pointer", equalTo("/audience/people/1/respondent"));
        }
    }

    @Test
    void shouldHandLinksToNobodyElse() {
        var account = success.customer(5);
        wave(asked.survey("NPS", true), account, people(account, 3));
        for (var invitation : success.json("/survey-invitations").path("items").findValuesAsText("id")) {
            success.post("/survey-invitations/" + invitation + "/links", "")
                    .then()
                    .statusCode(409)
                    .body("code", equalTo("survey-anonymous"));
        }
        assertThat(success.json("/messages").path("items").findValuesAsText("body"))
                .hasSize(3)
                .allMatch(body -> body.contains("/survey-pages/…"));
    }

    /** Contacts of the customer, by their ids in order. */
    private List<String> people(UUID account, int count) {
        return IntStream.range(0, count)
                .mapToObj(person -> success.contact(account, "Person " + person).toString())
                .sorted()
                .toList();
    }

    private String wave(String survey, UUID account, List<String> people) {
        return asked.wave(survey, "", account, people.toArray(String[]::new))
                .path("id")
                .asText();
    }

    private static void answer(List<String> links, String... values) {
        for (var index = 0; index < values.length; index++) {
            given().formParam("value", values[index])
                    .formParam("comment", "comment " + index)
                    .post(links.get(index))
                    .then()
                    .statusCode(200);
        }
    }

    private void stop(String survey, String wave) {
        success.post("/surveys/" + survey + "/waves/" + wave + "/stops", "")
                .then()
                .statusCode(200);
    }

    private static List<String> kept(String wave) {
        return Sql.column("SELECT id::text FROM survey_anonymous_answer WHERE wave_id = ?::uuid", wave);
    }
}
