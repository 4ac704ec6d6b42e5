package dev.rivulet.catalog.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.rivulet.catalog.Caller;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class PlanVersionResourceTest {

    private static final String DEARER = "{\"price\": {\"amount\": \"59.00\"}}";

    private final Caller sales = Caller.as("sales");
    private String path;

    @BeforeEach
    void publishAPlan() {
        path = "/plans/" + sales.plan(sales.product());
        sales.advance(path, "publications").then().statusCode(200).body("rollout.policy", equalTo("NEW_ONLY"));
    }

    @Test
    void shouldGoOnSellingWhileTheNextVersionIsADraft() {
        var drafted = sales.http().post(path + "/versions");
        drafted.then()
                .statusCode(201)
                .header("ETag", "\"2\"")
                .body("planVersion", equalTo(2))
                .body("status", equalTo("DRAFT"))
                .body("price.amount", equalTo("49.00"));
        assertThat(drafted.header("Location")).endsWith(path + "/versions/2");
        sales.patch(path + "/versions/2", "2", DEARER)
                .then()
                .statusCode(200)
                .header("ETag", "\"3\"")
                .body("price.amount", equalTo("59.00"))
                .body("trialDays", equalTo(14));

        sales.get(path)
                .then()
                .header("ETag", "\"3\"")
                .body("planVersion", equalTo(1))
                .body("draftVersion", equalTo(2))
                .body("price.amount", equalTo("49.00"));
        sales.advance(path, "publications", "{\"rollout\": {\"policy\": \"AT_RENEWAL\"}}")
                .then()
                .statusCode(200)
                .body("planVersion", equalTo(2))
                .body("draftVersion", nullValue())
                .body("price.amount", equalTo("59.00"))
                .body("rollout.policy", equalTo("AT_RENEWAL"));
    }

    @Test
    void shouldKeepEveryPublishedVersionAsItWas() {
        sales.http().post(path + "/versions").then().statusCode(201);
        sales.patch(path + "/versions/2", "2", DEARER).then().statusCode(200);
        sales.advance(path, "publications").then().statusCode(200);
        sales.http().post(path + "/versions").then().statusCode(201).body("planVersion", equalTo(3));

        sales.get(path + "/versions")
                .then()
                .statusCode(200)
                .body("items.planVersion", contains(1, 2, 3))
                .body("items.status", contains("SUPERSEDED", "PUBLISHED", "DRAFT"))
                .body("items.price.amount", contains("49.00", "59.00", "59.00"));
        sales.inRole("ops")
                .get(path + "/versions/1")
                .then()
                .statusCode(200)
                .body("price.amount", equalTo("49.00"))
                .body("publishedAt", notNullValue())
                .body("rollout.policy", equalTo("NEW_ONLY"));
        var etag = sales.get(path).header("ETag").replace("\"", "");
        for (var number : List.of(1, 2)) {
            sales.patch(path + "/versions/" + number, etag, DEARER)
                    .then()
                    .statusCode(409)
                    .body("code", equalTo("plan-version-published"));
        }
        sales.patch(path, etag, DEARER).then().statusCode(409).body("code", equalTo("plan-published"));
        sales.get(path + "/versions/4").then().statusCode(404).body("code", equalTo("not-found"));
        sales.get(path + "/versions/x").then().statusCode(404);
        var first = sales.get(path + "/versions?limit=2");
        sales.get(path + "/versions?limit=2&cursor=" + first.path("nextCursor"))
                .then()
                .body("items.planVersion", contains(3));
    }

    @Test
    void shouldChangeAFirstDraftByEitherPath() {
        var draft = "/plans/" + sales.plan(sales.product());
        sales.patch(draft + "/versions/1", "0", DEARER).then().statusCode(200).header("ETag", "\"1\"");
        sales.get(draft).then().body("price.amount", equalTo("59.00")).body("draftVersion", equalTo(1));
        sales.patch(draft, "1", "{\"name\": \"Squad\"}").then().statusCode(200);
        sales.get(draft + "/versions/1").then().body("name", equalTo("Squad")).body("price.amount", equalTo("59.00"));
        sales.http().post(draft + "/versions").then().statusCode(409).body("code", equalTo("plan-draft-exists"));
    }

    @Test
    void shouldRefuseToPublishADraftThatHasChangedSince() {
        sales.http().post(path + "/versions").then().statusCode(201);
        sales.patch(path + "/versions/2", "2", DEARER).then().statusCode(200);
        sales.http()
                .header("If-Match", "\"2\"")
                .post(path + "/publications")
                .then()
                .statusCode(412);
        sales.patch(path + "/versions/2", "2", DEARER).then().statusCode(412);
    }

    @Test
    void shouldKeepTheCurrencyOnceItWasPublished() {
        sales.http().post(path + "/versions").then().statusCode(201);
        sales.patch(path + "/versions/2", "2", "{\"price\": {\"amount\": \"59.00\", \"currency\": \"USD\"}}")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/price/currency"))
                .body("errors[0].code", equalTo("currency-frozen"));
        sales.patch(path + "/versions/2", "2", "{\"price\": {\"amount\": \"-1.00\"}}")
                .then()
                .statusCode(400)
                .body("errors[0].code", equalTo("amount-negative"));
        sales.patch(path + "/versions/2", "2", "{\"entitlements\": [{\"key\": \"a\", \"kind\": \"LIMIT\"}]}")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/entitlements/0/limit"));
    }

    @Test
    void shouldDraftOneNextVersionAtATime() throws Exception {
        Callable<Integer> draft = () -> sales.http().post(path + "/versions").statusCode();
        try (var both = Executors.newFixedThreadPool(2)) {
            var answers = both.invokeAll(List.of(draft, draft));
            assertThat(List.of(answers.get(0).get(), answers.get(1).get())).containsExactlyInAnyOrder(201, 409);
        }
        sales.http().post(path + "/versions").then().statusCode(409).body("code", equalTo("plan-draft-exists"));
        sales.get(path + "/versions").then().body("items.planVersion", contains(1, 2));
    }

    @Test
    void shouldPublishAVersionOnceOfTwoAtTheSameMoment() throws Exception {
        sales.http().post(path + "/versions").then().statusCode(201);
        Callable<Integer> publish = () -> sales.http()
                .header("If-Match", "\"2\"")
                .post(path + "/publications")
                .statusCode();
        try (var both = Executors.newFixedThreadPool(2)) {
            var answers = both.invokeAll(List.of(publish, publish));
            assertThat(List.of(answers.get(0).get(), answers.get(1).get())).containsExactlyInAnyOrder(200, 412);
        }
    }

    @Test
    void shouldDraftOnceUnderOneIdempotencyKey() {
        for (var i = 0; i < 2; i++) {
            sales.http()
                    .header("Idempotency-Key", "next")
                    .post(path + "/versions")
                    .then()
                    .statusCode(201)
                    .body("planVersion", equalTo(2));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"rollout": {"policy": "LATER"}}                              | 400 | /rollout/policy | value-invalid
            {"rollout": {}}                                               | 400 | /rollout/policy | value-missing
            {"rollout": {"policy": "FROM"}}                               | 400 | /rollout/from   | value-missing
            {"rollout": {"policy": "FROM", "from": "soon"}}               | 400 | /rollout/from   | wrong-type
            {"rollout": {"policy": "FROM", "from": "2020-01-01"}}         | 422 | /rollout/from   | rollout-in-past
            {"rollout": {"policy": "NEW_ONLY", "from": "2999-01-01"}}     | 400 | /rollout/from   | rollout-from-unneeded
            {"rollout": {"policy": "AT_RENEWAL", "from": "2999-01-01"}}   | 400 | /rollout/from   | rollout-from-unneeded
            {"policy": "NEW_ONLY"}                                        | 400 | /policy         | unknown-property
            """)
    void shouldPointAtWhatIsWrongWithARollout(String body, int status, String pointer, String code) {
        sales.http().post(path + "/versions").then().statusCode(201);
        sales.advance(path, "publications", body)
                .then()
                .statusCode(status)
                .body("errors[0].pointer", equalTo(pointer))
                .body("errors[0].code", equalTo(code));
        sales.get(path).then().body("planVersion", equalTo(1));
    }

    @Test
    void shouldTakeAJsonRequestWithoutABodyForNoRollout() {
        sales.http().post(path + "/versions").then().statusCode(201);
        sales.http()
                .contentType("application/json")
                .header("If-Match", "\"2\"")
                .post(path + "/publications")
                .then()
                .statusCode(200)
                .body("rollout.policy", equalTo("NEW_ONLY"));
    }
}
