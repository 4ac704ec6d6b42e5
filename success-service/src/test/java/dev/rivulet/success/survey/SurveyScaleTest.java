package dev.rivulet.success.survey;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import dev.rivulet.success.Caller;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The same question on scales of other lengths than the usual one. */
@QuarkusTest
class SurveyScaleTest {

    private final Caller success = Caller.fresh();
    private final Asked asked = new Asked(success);

    private Response answer(UUID account, String kind, int scale, int value, String respondent) {
        return success.post("/survey-answers", """
                {"accountId":"%s","kind":"%s","scale":%d,"value":%d,"respondent":"%s"}""".formatted(account, kind, scale, value, respondent));
    }

    /** Delighted 249: of twenty people five disagree and ten agree. */
    @Test
    void shouldMeasureEffortOnFivePoints() {
        var account = success.customer(20);
        for (var person = 0; person < 20; person++) {
            answer(account, "CES", 5, person < 5 ? 1 : person < 10 ? 3 : 5, "p" + person)
                    .then()
                    .statusCode(201)
                    .body("scale", equalTo(5));
        }
        success.get("/metrics/ces?scale=5")
                .then()
                .body("n", equalTo(20))
                .body("scale", equalTo(5))
                .body("ces", equalTo(3.5f))
                .body("easy", equalTo(10))
                .body("easyPercent", equalTo(50.0f));
        success.get("/metrics/ces").then().body("n", equalTo(0)).body("scale", equalTo(7));
        success.get("/metrics/ces?scale=5&by=PLAN").then().body("groups[0].easyPercent", equalTo(50.0f));
    }

    /** Formbricks: of ten points the highest three are satisfied, of three the highest alone. */
    @ParameterizedTest
    @CsvSource({"10, 7 8 9 10, 75.0", "3, 1 2 3, 33.33", "4, 2 3 4, 66.67", "7, 5 6, 50.0"})
    void shouldMeasureSatisfactionOnOtherScales(int scale, String values, float csat) {
        var account = success.customer(20);
        for (var value : values.split(" ")) {
            answer(account, "CSAT", scale, Integer.parseInt(value), "p" + value)
                    .then()
                    .statusCode(201);
        }
        success.get("/metrics/csat?scale=" + scale).then().body("csat", equalTo(csat));
    }

    @ParameterizedTest
    @CsvSource({
        "CES, 6, 1, survey-scale, /scale",
        "NPS, 5, 1, survey-scale, /scale",
        "CSAT, 11, 1, survey-scale, /scale",
        "CES, 5, 6, answer-out-of-range, /value",
        "CSAT, 3, 0, answer-out-of-range, /value",
    })
    void shouldRefuseWhatIsNotAsked(String kind, int scale, int value, String code, String pointer) {
        answer(success.customer(1), kind, scale, value, "ceo")
                .then()
                .statusCode(400)
                .body("code", equalTo(code))
                .body("errors[0].pointer", equalTo(pointer));
        success.get("/metrics/ces?scale=6").then().statusCode(400).body("errors[0].pointer", equalTo("?scale"));
    }

    @Test
    void shouldAskASurveyOnItsScale() {
        var account = success.customer(5);
        var draft = success.post("/surveys", """
                {"name":"Effort","kind":"CES","scale":5,"questions":%s}""".formatted(Asked.QUESTIONS));
        draft.then().statusCode(201).body("scale", equalTo(5));
        var survey = draft.path("id").toString();
        success.post("/surveys/" + survey + "/activations", draft.header("ETag"), "")
                .then()
                .statusCode(200);
        asked.wave(survey, "", account, "ceo");
        var link = asked.links(survey, 1).getFirst();
        given().get(link).then().body(containsString("value=\"5\"")).body(not(containsString("value=\"6\"")));
        given().formParam("value", "6").post(link).then().statusCode(400);
        given().formParam("value", "4").post(link).then().statusCode(200);
        var other = """
                {"accountId":"%s","kind":"CES","surveyId":"%s",%s"value":2,"respondent":"cto"}""";
        success.post("/survey-answers", other.formatted(account, survey, "\"scale\":7,"))
                .then()
                .statusCode(422)
                .body("code", equalTo("survey-scale-other"));
        success.post("/survey-answers", other.formatted(account, survey, ""))
                .then()
                .statusCode(201)
                .body("scale", equalTo(5));
        success.get("/surveys/" + survey + "/results")
                .then()
                .body("ces.n", equalTo(2))
                .body("ces.scale", equalTo(5))
                .body("ces.ces", equalTo(3.0f))
                .body("ces.easyPercent", equalTo(50.0f));
    }

    /** As far from either end as on the usual scale: 5 of 5 and 10 of 10 are as good, and 1 is as bad. */
    @ParameterizedTest
    @CsvSource({"10, 10, 5", "10, 1, 1", "3, 2, 3", "5, 4, 4"})
    void shouldCountForTheScoreAsOnTheUsualScale(int scale, int value, int usual) {
        var one = success.customer(5);
        var other = success.customer(5);
        answer(one, "CSAT", scale, value, "ceo").then().statusCode(201);
        answer(other, "CSAT", 5, usual, "ceo").then().statusCode(201);
        var component = "components.find { it.name == 'CSAT' }.value";
        var expected =
                success.get("/customers/" + other + "/score").then().extract().<Object>path(component);
        success.get("/customers/" + one + "/score").then().body(component, equalTo(expected));
    }

    @ParameterizedTest
    @CsvSource({"CES, 5, 2, 1", "CES, 5, 3, 0", "CSAT, 10, 5, 1", "CSAT, 10, 6, 0", "CSAT, 3, 1, 1", "CSAT, 3, 2, 0"})
    void shouldWarnOfTheLowerHalf(String kind, int scale, int value, int tasks) {
        var account = success.customer(5);
        answer(account, kind, scale, value, "ceo").then().statusCode(201);
        success.get("/tasks?kind=LOW_ANSWER&accountId=" + account).then().body("items.size()", equalTo(tasks));
    }
}
