package dev.rivulet.success.score;

import static dev.rivulet.success.Caller.today;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rivulet.kit.tenancy.Tenants;
import dev.rivulet.kit.testing.Sql;
import dev.rivulet.success.Caller;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class ScoreModelsTest {

    private static final String BUILT_IN = "00000000-0000-7000-8000-000000000001";
    static final String WAIVER = """
        {"waiver":{"reason":"Nobody has left yet","signedBy":"Anna Meyer"}}\
        """;
    private static final String NPS_ONLY = """
        {"name":"What they say","minimumCoverage":"0.5","healthyFrom":"80","criticalBelow":"60","components":[
         {"component":"NPS","weight":100,"scale":{"kind":"LINEAR","worst":"0","best":"10"},"halfLifeDays":90}]}\
        """;
    private static final String BANDED = """
        {"name":"Use","minimumCoverage":"0.4","healthyFrom":"70","criticalBelow":"50","components":[
         {"component":"LICENCES","weight":60,"scale":{"kind":"BANDS","bands":[
          {"upTo":"0.5","value":"20"},{"value":"90"}]}},
         {"component":"PAYMENT","weight":40,"scale":{"kind":"LINEAR","worst":"10","best":"0"}}]}\
        """;

    @Inject
    ScoreRefresh refresh;

    @Inject
    Tenants tenants;

    private final Caller success = Caller.fresh();

    @Test
    void shouldBeginWithTheBuiltInModel() {
        var models = success.json("/score-models").path("items");
        assertThat(models).hasSize(1);
        assertThat(models.at("/0/id").asText()).isEqualTo(BUILT_IN);
        assertThat(models.at("/0/status").asText()).isEqualTo("ACTIVE");
        assertThat(models.at("/0/components")).hasSize(3);
        var etag = success.get("/score-models/" + BUILT_IN)
                .then()
                .statusCode(200)
                .extract()
                .header("ETag");
        success.post("/score-models/" + BUILT_IN + "/retirements", etag, "")
                .then()
                .statusCode(409)
                .body("code", equalTo("score-model-built-in"));
    }

    @Test
    void shouldGoFromDraftThroughShadowIntoForce() {
        var account = success.customer(10);
        success.use(account, 4);
        success.answer(account, "hr-head", 9);
        var draft = create(NPS_ONLY);
        assertThat(draft.path("number").asInt()).isEqualTo(2);
        var id = draft.path("id").asText();

        step(id, "shadows", "", 200);
        refreshed();
        success.eventually("/score-models/" + id + "/comparisons", page -> {
            // Licences 50 of 40, NPS 90 of 30: 67.1; by the answers alone 90.
            assertThat(page.at("/items/0/accountId").asText()).isEqualTo(account.toString());
            assertThat(page.at("/items/0/shadow").decimalValue()).isEqualByComparingTo("90");
            assertThat(page.at("/items/0/active").decimalValue()).isEqualByComparingTo("67.1");
            assertThat(page.at("/items/0/difference").decimalValue()).isEqualByComparingTo("22.9");
        });
        assertThat(score(account).path("score").decimalValue()).isEqualByComparingTo("67.1");
        assertThat(score(account).path("band").asText()).isEqualTo("AT_RISK");

        assertThat(step(id, "activations", "{}", 409).path("code").asText()).isEqualTo("score-model-untested");
        var active = step(id, "activations", WAIVER, 200);
        assertThat(active.path("status").asText()).isEqualTo("ACTIVE");
        assertThat(active.at("/waiver/signedBy").asText()).isEqualTo("Anna Meyer");
        assertThat(success.json("/score-models/" + BUILT_IN).path("status").asText())
                .isEqualTo("RETIRED");
        refreshed();

        assertThat(score(account).path("score").decimalValue()).isEqualByComparingTo("90");
        assertThat(score(account).path("band").asText()).isEqualTo("HEALTHY");
        assertThat(score(account).path("modelNumber").asInt()).isEqualTo(2);
        assertThat(success.json("/score-models/" + id + "/comparisons").path("items"))
                .isEmpty();

        step(id, "retirements", "", 200);
        refreshed();
        assertThat(score(account).path("modelNumber").asInt()).isEqualTo(1);
        assertThat(step(id, "retirements", "", 409).path("code").asText()).isEqualTo("score-model-status");
    }

    @Test
    void shouldJudgeTheCustomersOfASegmentByTheirOwnModel() {
        var segment = UUID.randomUUID();
        var other = success.customer(10);
        var own = success.customer(10);
        for (var account : List.of(other, own)) {
            success.use(account, 4);
            success.answer(account, "hr-head", 9);
        }
        success.patch("/customers/" + own + "/care", "\"0\"", "{\"segmentId\":\"" + segment + "\"}")
                .then()
                .statusCode(200);
        var id = create(NPS_ONLY.replace("{\"name\"", "{\"segmentId\":\"" + segment + "\",\"name\""))
                .path("id")
                .asText();
        step(id, "shadows", "", 200);
        refreshed();
        assertThat(success.json("/score-models/" + id + "/comparisons").path("items"))
                .extracting(row -> row.path("accountId").asText())
                .containsExactly(own.toString());
        step(id, "activations", WAIVER, 200);

        refreshed();

        assertThat(score(own).path("score").decimalValue()).isEqualByComparingTo("90");
        assertThat(score(other).path("score").decimalValue()).isEqualByComparingTo("67.1");
        assertThat(success.json("/score-models/" + BUILT_IN).path("status").asText())
                .isEqualTo("ACTIVE");
    }

    @Test
    void shouldPutTheModelInForceBehindTheNext() {
        var first = create(NPS_ONLY).path("id").asText();
        step(first, "shadows", "", 200);
        var second = create(BANDED).path("id").asText();
        assertThat(step(second, "shadows", "", 409).path("code").asText()).isEqualTo("score-model-shadow-taken");
        step(first, "activations", WAIVER, 200);
        step(second, "shadows", "", 200);

        step(second, "activations", WAIVER, 200);

        assertThat(success.json("/score-models/" + first).path("status").asText())
                .isEqualTo("RETIRED");
        assertThat(success.json("/score-models").path("items"))
                .extracting(model -> model.path("number").asInt() + " "
                        + model.path("status").asText())
                .containsExactly("1 RETIRED", "2 RETIRED", "3 ACTIVE");
    }

    @Test
    void shouldChangeADraftAndNothingElse() {
        var draft = create(NPS_ONLY);
        var id = draft.path("id").asText();
        var patched = patch(id, "\"0\"", "{\"criticalBelow\":\"45.5\",\"name\":\"Word of mouth\"}", 200);
        assertThat(patched.path("criticalBelow").asText()).isEqualTo("45.5");
        assertThat(patched.path("components")).hasSize(1);
        assertThat(patch(id, "\"1\"", "{\"healthyFrom\":\"40\"}", 422)
                        .at("/errors/0/pointer")
                        .asText())
                .isEqualTo("/healthyFrom");
        patch(id, "\"0\"", "{\"name\":\"x\"}", 412);

        step(id, "shadows", "", 200);

        assertThat(patch(id, "\"2\"", "{\"name\":\"x\"}", 409).path("code").asText())
                .isEqualTo("score-model-status");
    }

    @ParameterizedTest(name = "{0} -> {1}: {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        "weight":100                  | "weight":99                    | 422 | weights-sum      | /components
        "weight":100                  | "weight":101                   | 400 | weight-range     | /components/0/weight
        "best":"10"                   | "best":"0"                     | 422 | scale-flat       | /components/0/scale/best
        "best":"10"                   | "best":null                    | 422 | value-missing    | /components/0/scale/best
        "best":"10"                   | "best":"10","bands":[]         | 422 | scale-foreign    | /components/0/scale/bands
        "kind":"LINEAR"               | "kind":"BANDS"                 | 422 | scale-foreign    | /components/0/scale/worst
        "kind":"LINEAR"               | "kind":"LOGISTIC"              | 400 | value-invalid    | /components/0/scale/kind
        "component":"NPS"             | "component":"LUCK"             | 400 | value-invalid    | /components/0/component
        "halfLifeDays":90             | "halfLifeDays":0               | 400 | half-life-range  | /components/0/halfLifeDays
        "minimumCoverage":"0.5"       | "minimumCoverage":"1.01"       | 400 | coverage-range   | /minimumCoverage
        "minimumCoverage":"0.5"       | "minimumCoverage":"0"          | 400 | coverage-range   | /minimumCoverage
        "healthyFrom":"80"            | "healthyFrom":"59"             | 422 | thresholds-order | /healthyFrom
        "healthyFrom":"80"            | "healthyFrom":"100.5"          | 400 | score-range      | /healthyFrom
        "name":"What they say"        | "name":" "                     | 400 | value-missing    | /name
        "name":"What they say"        | "name":"x","colour":"red"      | 400 | unknown-property | /colour
        """)
    void shouldPointAtTheFault(String from, String to, int status, String code, String pointer) {
        success.post("/score-models", NPS_ONLY.replace(from, to))
                .then()
                .statusCode(status)
                .body("errors[0].code", equalTo(code))
                .body("errors[0].pointer", equalTo(pointer));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        [{"upTo":"1","value":"1"}]                                            | bands-order   | /0/upTo
        [{"value":"1"},{"upTo":"1","value":"1"}]                              | bands-order   | /0/upTo
        [{"upTo":"2","value":"1"},{"upTo":"2","value":"1"},{"value":"1"}]     | bands-order   | /1/upTo
        []                                                                    | value-missing | -
        """)
    void shouldWantBandsInOrder(String bands, String code, String pointer) {
        success.post(
                        "/score-models",
                        NPS_ONLY.replace(
                                "{\"kind\":\"LINEAR\",\"worst\":\"0\",\"best\":\"10\"}",
                                "{\"kind\":\"BANDS\",\"bands\":" + bands + "}"))
                .then()
                .statusCode(422)
                .body("errors[0].code", equalTo(code))
                .body("errors[0].pointer", equalTo("/components/0/scale/bands" + (pointer.equals("-") ? "" : pointer)));
    }

    @Test
    void shouldJudgeAComponentOnce() {
        success.post("/score-models", BANDED.replace("PAYMENT", "LICENCES"))
                .then()
                .statusCode(422)
                .body("errors[0].code", equalTo("component-twice"))
                .body("errors[0].pointer", equalTo("/components/1/component"));
    }

    @Test
    void shouldBeTestedAgainstWhoLeft() {
        var day = today().minusDays(200);
        for (var i = 0; i < 12; i++) {
            var account = success.customer(10, day);
            // Ten who had said so leave in between, two stay; the answers were stored at the time.
            past(account, 1, day, i < 10 ? "2" : "9", 4_900);
            past(account, 2, day.plusDays(50), i < 10 ? "2" : "9", i < 10 ? 0 : 4_900);
        }
        var id = create(NPS_ONLY).path("id").asText();

        var test = backtest(id, """
            {"from":"%s","to":"%s","stepDays":40,"horizonDays":60}\
            """.formatted(day.plusDays(1), day.plusDays(81)), 201);

        assertThat(test.path("sufficient").asBoolean()).isTrue();
        var figures = test.at("/result/candidate");
        // Decisions after 1, 41 and 81 days: of those who leave after 50 the first two, of those who stay all three.
        assertThat(figures.path("decisions").asInt()).isEqualTo(26);
        assertThat(figures.path("alarms").asInt()).isEqualTo(20);
        assertThat(figures.path("followed").asInt()).isEqualTo(20);
        assertThat(figures.path("baseRate").decimalValue()).isEqualByComparingTo("0.7692");
        assertThat(figures.path("precision").decimalValue()).isEqualByComparingTo("1");
        assertThat(figures.path("precisionLow").decimalValue()).isEqualByComparingTo("0.8389");
        assertThat(figures.path("losses").asInt()).isEqualTo(10);
        assertThat(figures.path("recall").decimalValue()).isEqualByComparingTo("1");
        assertThat(figures.path("medianLeadDays").asInt()).isEqualTo(49);
        assertThat(figures.at("/lost/0/amount").asText()).isEqualTo("490.00");
        assertThat(figures.at("/caughtMoney/0/amount").asText()).isEqualTo("490.00");
        // The built-in model knew of an answer alone, which is too little for it.
        assertThat(test.at("/result/inForceId").asText()).isEqualTo(BUILT_IN);
        assertThat(test.at("/result/inForce/unscored").asInt()).isEqualTo(26);
        assertThat(test.at("/result/inForce/recall").decimalValue()).isEqualByComparingTo("0");
        var path = "/score-models/" + id + "/backtests";
        assertThat(success.json(path).path("items")).hasSize(1);
        assertThat(success.json(path + "/" + test.path("id").asText())).isEqualTo(test);

        step(id, "shadows", "", 200);
        assertThat(step(id, "activations", "{}", 200).path("waiver").isNull()).isTrue();
    }

    @Test
    void shouldProveNothingByAFew() {
        var day = today().minusDays(200);
        var account = success.customer(10, day);
        past(account, 1, day, "2", 4_900);
        past(account, 2, day.plusDays(50), "2", 0);
        var id = create(NPS_ONLY).path("id").asText();

        var test = backtest(id, "{\"from\":\"%s\",\"to\":\"%s\"}".formatted(day, day.plusDays(90)), 201);

        assertThat(test.path("sufficient").asBoolean()).isFalse();
        assertThat(test.path("reason").asText()).isEqualTo("too-few-losses");
        assertThat(test.at("/result/candidate/losses").asInt()).isEqualTo(1);
        step(id, "shadows", "", 200);
        step(id, "activations", "{}", 409);
    }

    @Test
    void shouldForgetTheTestsOfADraftThatHasChanged() {
        var id = create(NPS_ONLY).path("id").asText();
        backtest(id, "{\"from\":\"2024-01-01\",\"to\":\"2024-02-01\"}", 201);
        patch(id, "\"0\"", "{\"criticalBelow\":\"10\"}", 200);
        assertThat(success.json("/score-models/" + id + "/backtests").path("items"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        {"from":"2024-03-01","to":"2024-02-01"}                    | 422 | range-backwards   | /to
        {"from":"2001-01-01","to":"2024-02-01","stepDays":1}       | 422 | range-too-long    | /from
        {"from":"2024-01-01","to":"2099-01-01","stepDays":366}     | 422 | horizon-not-over  | /to
        {"from":"2024-01-01","to":"2024-02-01","horizonDays":400}  | 400 | days-range        | /horizonDays
        {"from":"2024-01-01","to":"2024-02-01","below":101}        | 400 | score-range       | /below
        {"from":"1024-01-01","to":"2024-02-01"}                    | 400 | time-out-of-range | /from
        {"to":"2024-02-01"}                                        | 400 | value-missing     | /from
        """)
    void shouldRefuseATestThatMakesNoSense(String body, int status, String code, String pointer) {
        var id = create(NPS_ONLY).path("id").asText();
        var problem = backtest(id, body, status);
        assertThat(problem.at("/errors/0/code").asText()).isEqualTo(code);
        assertThat(problem.at("/errors/0/pointer").asText()).isEqualTo(pointer);
    }

    @Test
    void shouldReplayAModelOverTheHistory() {
        var account = success.customer(10);
        success.answer(account, "hr-head", 9);
        success.answer(account, "hr-head", 4);
        var id = create(NPS_ONLY).path("id").asText();

        var replay = success.json("/score-models/" + id + "/replays/" + account);

        assertThat(replay.path("items"))
                .extracting(item -> item.path("score").asInt(-1))
                .startsWith(40, 90)
                .endsWith(-1);
        // 0 of 40 and 40 of 30.
        assertThat(replay.at("/items/0/recorded").decimalValue()).isEqualByComparingTo("17.1");
        assertThat(replay.at("/items/0/band").asText()).isEqualTo("CRITICAL");
        var first = success.json("/score-models/" + id + "/replays/" + account + "?limit=1");
        var next = success.json("/score-models/" + id + "/replays/" + account + "?limit=1&cursor="
                + first.path("nextCursor").asText());
        assertThat(next.at("/items/0/score").decimalValue()).isEqualByComparingTo("90");
    }

    private JsonNode create(String body) {
        return Caller.tree(success.post("/score-models", body)
                .then()
                .statusCode(201)
                .extract()
                .asString());
    }

    private JsonNode step(String id, String step, String body, int status) {
        var etag = success.get("/score-models/" + id).header("ETag");
        var path = "/score-models/" + id + "/" + step;
        var request = success.http().header("If-Match", etag);
        var answer = body.isEmpty()
                ? request.post(path)
                : request.contentType("application/json").body(body).post(path);
        return Caller.tree(answer.then().statusCode(status).extract().asString());
    }

    private JsonNode patch(String id, String etag, String body, int status) {
        return Caller.tree(success.http()
                .contentType("application/merge-patch+json")
                .header("If-Match", etag)
                .body(body)
                .patch("/score-models/" + id)
                .then()
                .statusCode(status)
                .extract()
                .asString());
    }

    private JsonNode backtest(String id, String body, int status) {
        return Caller.tree(success.post("/score-models/" + id + "/backtests", body)
                .then()
                .statusCode(status)
                .extract()
                .asString());
    }

    private JsonNode score(UUID account) {
        return success.json("/customers/" + account + "/score");
    }

    private void refreshed() {
        tenants.as(success.tenant(), refresh::refresh);
    }

    /** As if it had been computed then: what else is known of the customer is put behind it. */
    private void past(UUID account, int number, LocalDate day, String nps, int minor) {
        if (number == 1) {
            Sql.run("DELETE FROM score_history WHERE account_id = '" + account + "'");
        }
        Sql.run("""
            INSERT INTO score_history (tenant_id, account_id, version, day, computed_at, model_id, score, coverage,
            inputs, mrr_minor, currency) VALUES ('%s', '%s', %d, '%s', '%sT12:00:00Z', '%s', NULL, 0.3,
            '{"NPS":[%s]}', %d, 'EUR')\
            """.formatted(success.tenant(), account, number - 10, day, day, BUILT_IN, nps, minor));
    }
}
