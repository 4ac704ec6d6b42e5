package dev.rivulet.success.score;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rivulet.kit.tenancy.Tenants;
import dev.rivulet.success.Caller;
import dev.rivulet.success.Producer;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a tenant's own models make of what customers say, use and get, and of the time that goes by. */
@QuarkusTest
class ScoreCausesTest {

    private static final String VALUE = """
            {"name":"Value","minimumCoverage":"0.5","healthyFrom":"80","criticalBelow":"40","components":[
            {"component":"CSAT","weight":25,"scale":{"kind":"LINEAR","worst":"1","best":"5"}},
            {"component":"CES","weight":25,"scale":{"kind":"LINEAR","worst":"1","best":"7"}},
            {"component":"BENEFIT","weight":25,"scale":{"kind":"LINEAR","worst":"0","best":"1"}},
            {"component":"CONSUMPTION","weight":25,"scale":{"kind":"LINEAR","worst":"-0.5","best":"0"}}]}""";

    private static final String FADING = """
            {"name":"Fading","minimumCoverage":"0.4","healthyFrom":"80","criticalBelow":"40","components":[
            {"component":"NPS","weight":%d,"scale":{"kind":"LINEAR","worst":"0","best":"10"},"halfLifeDays":30},
            {"component":"PAYMENT","weight":%d,"scale":{"kind":"LINEAR","worst":"10","best":"0"}}]}""";

    private static final String CARE = """
            {"name":"Care","minimumCoverage":"0.5","healthyFrom":"80","criticalBelow":"40","components":[
            {"component":"PROBLEMS","weight":60,"scale":{"kind":"LINEAR","worst":"8","best":"0"}},
            {"component":"SPONSOR_CONTACT","weight":40,"scale":{"kind":"LINEAR","worst":"60","best":"0"}}]}""";

    @Inject
    ScoreRefresh refresh;

    @Inject
    Tenants tenants;

    private final Caller success = Caller.sandbox();
    private final Producer producer = success.producer();
    private final UUID account = UUID.randomUUID();

    @Test
    void shouldBeMadeOfSatisfactionEffortBenefitAndConsumption() {
        customer("2025-04-10T12:00:00Z");
        activate(VALUE);
        answer("CSAT", 5);
        answer("CES", 4);
        promiseKeptInPart();
        use(LocalDate.of(2025, 2, 14));

        success.eventually("/customers/" + account + "/score", score -> {
            var sum = BigDecimal.ZERO;
            for (var part : score.path("components")) {
                sum = sum.add(part.path("contribution").decimalValue());
            }
            assertThat(observed(score))
                    .containsExactlyInAnyOrder("CSAT 5 100", "CES 4 50", "BENEFIT 0.5 50", "CONSUMPTION -0.25 50");
            assertThat(score.path("score").decimalValue()).isEqualByComparingTo("62.5");
            assertThat(sum).isEqualByComparingTo("62.5");
        });
    }

    /** A problem of high severity counts 4, the sponsor was met 15 days ago: 60 times 0.5 and 40 times 0.75. */
    @Test
    void shouldBeMadeOfProblemsAndOfContactWithTheSponsor() {
        customer("2025-04-10T12:00:00Z");
        activate(CARE);
        var sponsor = success.contact(account, "Ada Nowak");
        success.patch("/customers/" + account + "/care", "\"0\"", "{\"sponsorContactId\":\"" + sponsor + "\"}")
                .then()
                .statusCode(200);
        success.post("/customers/" + account + "/interactions", """
                {"kind":"MEETING","contactId":"%s","occurredAt":"2025-03-26T09:30:00Z"}""".formatted(sponsor))
                .then()
                .statusCode(201);
        var problem = success.post("/problems", """
                {"accountId":"%s","title":"Certificates are not printed","severity":"HIGH"}""".formatted(account));
        problem.then().statusCode(201);

        scoreShouldBe("60");
        assertThat(observed(success.json("/customers/" + account + "/score")))
                .containsExactlyInAnyOrder("PROBLEMS 4 50", "SPONSOR_CONTACT 15 75");

        success.post("/problems/" + problem.path("id") + "/moves", problem.header("ETag"), "{\"state\":\"RESOLVED\"}")
                .then()
                .statusCode(200);
        scoreShouldBe("90");
        assertThat(observed(success.json("/customers/" + account + "/score")))
                .containsExactlyInAnyOrder("PROBLEMS 0 100", "SPONSOR_CONTACT 15 75");
    }

    private static List<String> observed(JsonNode score) {
        var values = new ArrayList<String>();
        score.path("components")
                .forEach(part -> values.add(part.path("name").asText() + " " + plain(part.path("observed")) + " "
                        + plain(part.path("value"))));
        return values;
    }

    private static String plain(JsonNode number) {
        return number.decimalValue().stripTrailingZeros().toPlainString();
    }

    @Test
    void shouldTellTheAgeOfAnAnswerAndAnotherModelFromWhatTheCustomerDoes() {
        customer("2025-01-01T12:00:00Z");
        activate(FADING.formatted(50, 50));
        producer.send(producer.finalized(UUID.randomUUID(), account, LocalDate.of(2026, 1, 1)));
        success.answer(account, "hr-head", 0);
        scoreShouldBe("50");

        // 0 of 25 and 100 of 50.
        moveTo("2025-01-31T12:00:00Z");
        scoreShouldBe("66.7");
        var older = success.json("/customers/" + account + "/score/changes?from=2025-01-01&to=2025-01-31");
        assertThat(older.path("change").decimalValue()).isEqualByComparingTo("16.7");
        assertThat(parts(older)).containsExactly("NPS DECAY 16.7");

        // Another 30 days, and a model that listens less: 0 of 5 and 100 of 80.
        moveTo("2025-03-02T12:00:00Z");
        activate(FADING.formatted(20, 80));
        scoreShouldBe("94.1");
        var judged = success.json("/customers/" + account + "/score/changes?from=2025-01-31&to=2025-03-02");
        assertThat(judged.path("change").decimalValue()).isEqualByComparingTo("27.4");
        assertThat(parts(judged))
                .anyMatch(part -> part.contains(" MODEL "))
                .noneMatch(part -> part.contains("BEHAVIOUR"));
        var sum = BigDecimal.ZERO;
        for (var part : judged.path("parts")) {
            sum = sum.add(part.path("points").decimalValue());
        }
        assertThat(sum).isEqualByComparingTo("27.4");
    }

    private void customer(String now) {
        moveTo(now);
        producer.send(
                producer.account(account, 0, "Acme", "UTC"),
                producer.subscription(UUID.randomUUID(), account, 0, 10, LocalDate.of(2025, 1, 1)));
        success.eventually(
                "/promises?accountId=" + account,
                promises -> assertThat(promises.path("items")).hasSize(1));
    }

    private void moveTo(String now) {
        producer.send(producer.clock(Instant.parse(now)));
    }

    private void activate(String model) {
        var draft = success.post("/score-models", model);
        draft.then().statusCode(201);
        var path = "/score-models/" + draft.path("id");
        success.http()
                .header("If-Match", draft.header("ETag"))
                .post(path + "/shadows")
                .then()
                .statusCode(200);
        success.post(path + "/activations", success.get(path).header("ETag"), ScoreModelsTest.WAIVER)
                .then()
                .statusCode(200);
        tenants.as(success.tenant(), refresh::refresh);
    }

    private void answer(String kind, int value) {
        success.post("/survey-answers", """
                {"accountId":"%s","kind":"%s","value":%d,"respondent":"hr-head"}""".formatted(account, kind, value))
                .then()
                .statusCode(201);
    }

    private void promiseKeptInPart() {
        var promise = "/promises/"
                + success.json("/promises?accountId=" + account)
                        .at("/items/0/id")
                        .asText();
        var measured = success.post(promise + "/measurements", "{\"value\":\"60\",\"measuredOn\":\"2025-04-09\"}");
        success.post(promise + "/confirmations", measured.header("ETag"), "{\"confirmedBy\":\"Anna\"}")
                .then()
                .statusCode(200);
    }

    /** Two users on four days of each of four weeks, then on three. */
    private void use(LocalDate from) {
        var events = new ArrayList<String>();
        for (var week = 0; week < 8; week++) {
            for (var day = 0; day < (week < 4 ? 4 : 3); day++) {
                for (var user : List.of("anna", "boris")) {
                    events.add(Caller.usage(
                            UUID.randomUUID().toString(),
                            account,
                            user,
                            "1",
                            Instant.parse(from.plusWeeks(week).plusDays(day) + "T08:00:00Z")));
                }
            }
        }
        success.post("/usage-events", "{\"events\":[" + String.join(",", events) + "]}")
                .then()
                .statusCode(202);
    }

    private void scoreShouldBe(String expected) {
        success.eventually(
                "/customers/" + account + "/score",
                score -> assertThat(score.path("score").decimalValue()).isEqualByComparingTo(expected));
    }

    private static List<String> parts(JsonNode change) {
        var parts = new ArrayList<String>();
        change.path("parts")
                .forEach(part -> parts.add(part.path("component").asText() + " "
                        + part.path("cause").asText() + " "
                        + part.path("points").decimalValue().setScale(1)));
        return parts;
    }
}
