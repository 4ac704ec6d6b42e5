package dev.rivulet.success.survey;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.rivulet.kit.tenancy.Tenants;
import dev.rivulet.kit.testing.Sql;
import dev.rivulet.success.Caller;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SurveyPeopleTest {

    @Inject
    Surveys surveys;

    @Inject
    Tenants tenants;

    private final Caller success = Caller.fresh();
    private final Asked asked = new Asked(success);

    @Test
    void shouldForgetAPersonAndKeepTheFigures() {
        var account = success.customer(5);
        var survey = asked.survey("NPS", false);
        asked.wave(survey, "", account, "ceo");
        answer(account, "ceo", 3, "rude");
        answer(account, "ceo", 9, "better");
        answer(account, "cto", 6, "slow");
        var link = asked.links(survey, 1).getFirst();

        var contact = success.contact(account, "Ada Nowak");
        success.inRole("admin")
                .post("/contacts/" + contact + "/erasures", "{\"userIds\":[\"ceo\"]}")
                .then()
                .statusCode(200);

        // The two answers are still those of one person, of whom the later one counts.
        success.get("/metrics/nps").then().body("n", equalTo(2)).body("promoters", equalTo(1));
        success.get("/survey-answers")
                .then()
                .body("items.value", equalTo(List.of(3, 9, 6)))
                .body("items[0].respondent", nullValue())
                .body("items[0].comment", nullValue())
                .body("items[2].respondent", equalTo("cto"))
                .body("items[2].comment", equalTo("slow"));
        success.get("/survey-invitations").then().body("items[0].respondent", nullValue());
        given().get(link).then().statusCode(404);
        var invitation = success.json("/survey-invitations").at("/items/0/id").asText();
        success.post("/survey-invitations/" + invitation + "/links", "").then().statusCode(409);
        for (var table : List.of("survey_answer", "survey_invitation", "survey_asked")) {
            assertThat(Sql.number(
                            "SELECT count(*) FROM " + table + " WHERE tenant_id = ? AND respondent = 'ceo'",
                            success.tenant()))
                    .as(table)
                    .isZero();
        }
    }

    @Test
    void shouldTellTheLatestAnswersOfAccountsInATime() {
        var account = success.customer(5);
        var other = success.customer(5);
        var now = Instant.now();
        answer(account, "ceo", 3, null);
        answer(account, "ceo", 9, null);
        answer(account, "cto", 6, null);
        var accounts = List.of(account, other, UUID.randomUUID());
        var latest = tenants.as(
                success.tenant(),
                () -> surveys.latest(SurveyKind.NPS, accounts, now.minusSeconds(60), now.plusSeconds(60)));
        assertThat(latest).containsOnlyKeys(account);
        assertThat(latest.get(account).mean()).isEqualByComparingTo("7.5");
        assertThat(latest.get(account).people()).isEqualTo(2);
        assertThat(latest.get(account).answeredAt()).isBetween(now.minusSeconds(60), now.plusSeconds(60));
        assertThat(tenants.as(
                        success.tenant(),
                        () -> surveys.latest(SurveyKind.NPS, accounts, now.plusSeconds(60), now.plusSeconds(90))))
                .isEmpty();
        assertThat(tenants.as(
                        success.tenant(),
                        () -> surveys.latest(SurveyKind.CES, accounts, Instant.EPOCH, now.plusSeconds(60))))
                .isEmpty();
    }

    private void answer(UUID account, String respondent, int value, String comment) {
        success.post("/survey-answers", """
                {"accountId":"%s","kind":"NPS","value":%d,"respondent":"%s","comment":%s}""".formatted(
                                account, value, respondent, comment == null ? "null" : "\"" + comment + "\""))
                .then()
                .statusCode(201);
    }
}
