package dev.rivulet.catalog.proposition;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.rivulet.catalog.Bodies;
import dev.rivulet.catalog.Caller;
import dev.rivulet.catalog.events.PropositionPromoted;
import dev.rivulet.catalog.job.Finished;
import dev.rivulet.kit.testing.Topic;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class ContestTest {

    private final Caller sales = Caller.as("sales");
    private String product;
    private String segment;
    private String champion;
    private String challenger;

    @BeforeEach
    void twoPropositionsCompete() {
        product = sales.product();
        segment = sales.segment();
        champion = sales.approved(product, segment);
        challenger = sales.approved(product, segment);
    }

    @Test
    void shouldAssignTheSamePropositionToTheSameDeal() {
        for (var i = 0; i < 10; i++) {
            var deal = UUID.randomUUID();
            String drawn = assign(deal).path("propositionId");
            assertThat(assign(deal).<String>path("propositionId"))
                    .isEqualTo(drawn)
                    .isIn(champion, challenger);
        }
    }

    @Test
    void shouldShareDealsByWeight() {
        share(challenger, 0);
        for (var i = 0; i < 20; i++) {
            assign(UUID.randomUUID())
                    .then()
                    .body("propositionId", equalTo(champion))
                    .body("role", equalTo("CHAMPION"));
        }
        share(champion, 0);
        assign(UUID.randomUUID()).then().body("propositionId", equalTo(champion));
        share(challenger, 100);
        assign(UUID.randomUUID()).then().body("propositionId", equalTo(challenger));
        sales.advance("/value-propositions/" + challenger, "shares", "{\"weight\": 1001}")
                .then()
                .statusCode(400)
                .body("errors[0].code", equalTo("weight-range"));
    }

    @Test
    void shouldKeepADealWithItsPropositionThroughANewVersion() {
        Map<UUID, String> before = new HashMap<>();
        for (var i = 0; i < 20; i++) {
            var deal = UUID.randomUUID();
            before.put(deal, assign(deal).path("propositionId"));
        }
        String next = sales.http()
                .contentType("application/json")
                .post("/value-propositions/" + challenger + "/versions")
                .path("id");
        sales.approve(next);
        before.forEach(
                (deal, id) -> assign(deal).then().body("propositionId", equalTo(id.equals(challenger) ? next : id)));
    }

    @ParameterizedTest
    @CsvSource({
        "?productId={p}&segmentId={s}, 400",
        "?dealId={d}&segmentId={s}, 400",
        "?dealId={d}&productId={p}, 400",
        "?dealId=x&productId={p}&segmentId={s}, 400",
        "?dealId={d}&productId={p}&segmentId={s}&locale=ru, 404",
        "?dealId={d}&productId={d}&segmentId={s}, 404"
    })
    void shouldRefuseAnAssignmentOfNothing(String query, int status) {
        var filled = query.replace("{p}", product)
                .replace("{s}", segment)
                .replace("{d}", UUID.randomUUID().toString());
        sales.get("/value-propositions/assignments" + filled).then().statusCode(status);
    }

    @Test
    void shouldRefuseToPromoteNoise() {
        decide(champion, 3, 1);
        decide(challenger, 4, 0);
        promote()
                .then()
                .statusCode(409)
                .body("code", equalTo("promotion-not-proven"))
                .body("detail", containsString("won 4 of 4"))
                .body("detail", containsString("3 of 4"));
        standing().then().body("contenders[1].verdict", equalTo("TOO_FEW_DEALS"));

        decide(champion, 12, 15);
        decide(challenger, 14, 13);
        promote().then().statusCode(409);
        standing()
                .then()
                .body("minimumDeals", equalTo(30))
                .body("contenders.propositionId", contains(champion, challenger))
                .body("contenders[0].verdict", nullValue())
                .body("contenders[1].verdict", equalTo("NOT_PROVEN"));
    }

    @Test
    void shouldPromoteWhatIsProven() {
        decide(champion, 6, 24);
        decide(challenger, 24, 6);
        standing()
                .then()
                .body("contenders[1].verdict", equalTo("BETTER"))
                .body("contenders[1].winRate.enough", equalTo(true));
        assertThat(standing().jsonPath().getDouble("contenders[1].winRate.rate"))
                .isEqualTo(0.8);
        assertThat(standing().jsonPath().getDouble("contenders[1].winRate.low")).isCloseTo(0.6269, within(0.0001));
        promote().then().statusCode(200).body("role", equalTo("CHAMPION"));
        sales.get("/value-propositions/" + champion).then().body("role", equalTo("CHALLENGER"));
        promote().then().statusCode(409).body("code", equalTo("already-champion"));
        var facts = await().atMost(60, SECONDS)
                .until(
                        () -> Topic.records(PropositionPromoted.TYPE.topic(), sales.tenant()),
                        found -> !found.isEmpty());
        assertThat(facts).hasSize(1);
        assertThat(facts.getFirst().value())
                .contains("\"insteadOf\":\"" + champion + "\"")
                .contains("\"won\":24");
    }

    @Test
    void shouldPromoteOnceHoweverManyAskAtOnce() throws Exception {
        decide(champion, 6, 24);
        decide(challenger, 24, 6);
        var version = sales.get("/value-propositions/" + challenger).header("ETag");
        Callable<Integer> promotion = () -> sales.http()
                .header("If-Match", version)
                .post("/value-propositions/" + challenger + "/promotions")
                .statusCode();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var statuses = threads.invokeAll(Collections.nCopies(6, promotion)).stream()
                    .map(Future::resultNow)
                    .toList();
            assertThat(statuses).containsOnlyOnce(200).allMatch(status -> status == 200 || status == 412);
        }
        standing().then().body("contenders.role", contains("CHAMPION", "CHALLENGER"));
    }

    /** An import can bring a challenger without the champion. */
    @Test
    void shouldMakeAChampionWhereThereIsNone() {
        var id = UUID.randomUUID();
        var content = Bodies.proposition(sales.product(), sales.segment())
                .replaceFirst("\\{", "{\"locale\": \"en\", ")
                .replace("\n", "");
        var line = """
                {"type": "value-proposition", "row": {"id": "%s", "lineId": "%s", "propositionVersion": 1,
                 "createdAt": "2026-01-05T09:00:00Z", "approvedAt": "2026-01-06T09:00:00Z", "status": "APPROVED",
                 "role": "CHALLENGER", "weight": 100, "content": %s}}""".formatted(id, id, content).replace("\n", "");
        var admin = sales.inRole("admin");
        var job = Finished.of(
                admin,
                admin.http()
                        .contentType("application/x-ndjson")
                        .body(line.getBytes(UTF_8))
                        .post("/catalog-imports"));
        assertThat(job.getInt("summary.created")).isEqualTo(1);

        sales.advance("/value-propositions/" + id, "promotions")
                .then()
                .statusCode(200)
                .body("role", equalTo("CHAMPION"));
        sales.advance("/value-propositions/" + id, "promotions")
                .then()
                .statusCode(409)
                .body("code", equalTo("already-champion"));
    }

    @Test
    void shouldDecideADealOnce() {
        var deal = UUID.randomUUID();
        outcome(champion, deal, "WON")
                .then()
                .statusCode(201)
                .body("winRate.successes", equalTo(1))
                .body("winRate.of", equalTo(1))
                .body("winRate.enough", equalTo(false))
                .body("confirmedRate.of", equalTo(0))
                .body("confirmedRate.rate", nullValue());
        outcome(champion, deal, "WON").then().statusCode(201).body("winRate.of", equalTo(1));
        outcome(champion, deal, "LOST").then().statusCode(409).body("code", equalTo("deal-decided"));
        outcome(challenger, deal, "WON").then().statusCode(409);
        outcome(sales.proposition(product, segment), UUID.randomUUID(), "WON")
                .then()
                .statusCode(409)
                .body("code", equalTo("proposition-not-approved"));
        sales.post("/value-propositions/" + champion + "/deal-outcomes", "{\"dealId\": \"" + deal + "\"}")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/outcome"));
        // Another tenant's deal of the same id is another deal.
        var stranger = Caller.as("sales");
        var theirs = stranger.approved(stranger.product(), stranger.segment());
        stranger.post("/value-propositions/" + theirs + "/deal-outcomes", body(deal, "LOST"))
                .then()
                .statusCode(201);
    }

    private void decide(String proposition, int won, int lost) {
        for (var i = 0; i < won + lost; i++) {
            outcome(proposition, UUID.randomUUID(), i < won ? "WON" : "LOST")
                    .then()
                    .statusCode(201);
        }
    }

    private Response outcome(String proposition, UUID deal, String outcome) {
        return sales.post("/value-propositions/" + proposition + "/deal-outcomes", body(deal, outcome));
    }

    private static String body(UUID deal, String outcome) {
        return "{\"dealId\": \"" + deal + "\", \"outcome\": \"" + outcome + "\"}";
    }

    private Response promote() {
        return sales.advance("/value-propositions/" + challenger, "promotions");
    }

    private void share(String proposition, int weight) {
        sales.advance("/value-propositions/" + proposition, "shares", "{\"weight\": " + weight + "}")
                .then()
                .statusCode(200)
                .body("weight", equalTo(weight));
    }

    private Response assign(UUID deal) {
        return sales.get(
                "/value-propositions/assignments?dealId=" + deal + "&productId=" + product + "&segmentId=" + segment);
    }

    private Response standing() {
        return sales.get("/value-propositions/contests?productId=" + product + "&segmentId=" + segment);
    }
}
