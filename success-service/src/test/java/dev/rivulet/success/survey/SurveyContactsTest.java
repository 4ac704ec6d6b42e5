package dev.rivulet.success.survey;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.rivulet.success.Caller;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class SurveyContactsTest {

    private final Caller success = Caller.fresh();
    private final Asked asked = new Asked(success);

    @Test
    void shouldWriteToTheContactsOfASegmentAndTellTheirAnswersApart() {
        var segment = UUID.randomUUID();
        var inside = success.customer(5);
        var outside = success.customer(5);
        var ada = success.contact(inside, "Ada Nowak");
        success.contact(outside, "Bob Berger");
        success.patch("/customers/" + inside + "/care", "\"0\"", "{\"segmentId\":\"" + segment + "\"}")
                .then()
                .statusCode(200);
        var survey = asked.survey("NPS", false);

        success.post("/surveys/" + survey + "/waves", """
                        {"audience":{"contacts":{"segmentId":"%s","function":"hr HEAD"}}}""".formatted(segment))
                .then()
                .statusCode(201)
                .body("invited", equalTo(1));
        var message = success.json("/messages?accountId=" + inside).at("/items/0");
        assertThat(message.path("recipient").asText()).isEqualTo("ada.nowak@northwind.example");
        assertThat(message.path("template").asText()).isEqualTo("survey-invitation");
        assertThat(success.json("/messages?accountId=" + outside).path("items")).isEmpty();

        given().formParam("value", "9")
                .formParam("action", "answer")
                .post(asked.links(survey, 1).getFirst())
                .then()
                .statusCode(200);
        success.answer(outside, "ceo", 2);
        success.get("/survey-answers?surveyId=" + survey)
                .then()
                .body("items[0].respondent", equalTo(ada.toString()))
                .body("items[0].segment", equalTo(segment.toString()))
                .body("items[0].function", equalTo("HR head"));
        success.get("/metrics/nps?by=SEGMENT")
                .then()
                .body("groups.group", equalTo(Arrays.asList(null, segment.toString())))
                .body("groups.nps", equalTo(List.of(-100.0f, 100.0f)));
    }

    @Test
    void shouldAskEveryContactWhereNothingIsSaidOfThem() {
        var account = success.customer(5);
        success.contact(account, "Ada Nowak");
        success.contact(account, "Bob Berger");
        success.post(
                        "/surveys/" + asked.survey("CSAT", false) + "/waves",
                        "{\"audience\":{\"contacts\":{\"everyone\":true}}}")
                .then()
                .statusCode(201)
                .body("invited", equalTo(2));
    }

    /** Whoever has left is not asked how it is, and whoever is erased is nobody to ask, however the wave names them. */
    @Test
    void shouldAskNobodyWhoHasLeftOrIsErased() {
        var account = success.customer(5);
        var left = UUID.randomUUID();
        var producer = success.producer();
        producer.send(
                producer.account(left, 0, "Gone", "UTC"),
                producer.subscription(
                        UUID.randomUUID(),
                        left,
                        0,
                        5,
                        Caller.today().minusDays(90),
                        "CANCELLED",
                        Caller.today().minusDays(1),
                        "null"));
        success.eventually(
                "/customers/" + left,
                customer -> assertThat(customer.path("status").asText()).isEqualTo("CHURNED"));
        success.contact(left, "Carla Conti");
        var ada = success.contact(account, "Ada Nowak");
        success.contact(account, "Bob Berger");
        success.inRole("admin")
                .post("/contacts/" + ada + "/erasures", "{}")
                .then()
                .statusCode(200);
        success.post(
                        "/surveys/" + asked.survey("CSAT", false) + "/waves",
                        "{\"audience\":{\"contacts\":{\"everyone\":true}}}")
                .then()
                .statusCode(201)
                .body("invited", equalTo(1));
        var named = asked.wave(asked.survey("CES", false), "", account, ada.toString(), "ceo");
        assertThat(named.path("candidates").asInt()).isEqualTo(2);
        assertThat(named.path("invited").asInt()).isOne();
        assertThat(success.json("/survey-invitations").findValuesAsText("respondent"))
                .doesNotContain(ada.toString());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {}                                                                  | 400 | /audience
            {"contacts":{},"people":[{"accountId":"0199b3c2-7d5e-7a10-8f00-2b1c3d4e5f60","respondent":"x"}]} | 400 | /audience
            {"contacts":{"everyone":false}}                                     | 400 | /audience/contacts
            {"people":[]}                                                       | 400 | /audience/people
            {"contacts":{"segmentId":"none"}}                                   | 400 | /audience/contacts/segmentId
            {"contacts":{"mood":"good"}}                                        | 400 | /audience/contacts/mood
            """)
    void shouldRefuseAnAudienceThatIsNone(String audience, int status, String pointer) {
        success.post("/surveys/" + asked.survey("CSAT", false) + "/waves", "{\"audience\":" + audience + "}")
                .then()
                .statusCode(status)
                .body("errors[0].pointer", equalTo(pointer));
    }
}
