package dev.rivulet.catalog.events;

import static java.util.concurrent.TimeUnit.SECONDS;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.rivulet.catalog.Bodies;
import dev.rivulet.catalog.Caller;
import dev.rivulet.kit.outbox.EventType;
import dev.rivulet.kit.testing.EventTypes;
import dev.rivulet.kit.testing.Topic;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What lies on the topics is what the schemas promise. */
@QuarkusTest
class PublishedEventsTest {

    private static final Path EVENTS = Path.of("src/main/resources/events");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Caller sales = Caller.as("sales");

    @Test
    void shouldTellProductsAsTheyStand() throws IOException {
        String id = sales.post("/products", """
                {"key": "idea", "name": "Idea", "kind": "CONSULTING", "status": "IDEA"}""").path("id");
        sales.patch("/products/" + id, "0", "{\"name\": \"Better idea\"}")
                .then()
                .statusCode(200);
        sales.waive(id, "VALIDATION");
        sales.waive(id, "ACTIVATION");
        for (var step : List.of("validations", "activations", "retirements")) {
            sales.advance("/products/" + id, step).then().statusCode(200);
        }

        var snapshots = published(ProductChanged.TYPE, 5);
        assertThat(snapshots.stream().map(snapshot -> snapshot.path("status").asText()))
                .containsExactly("IDEA", "IDEA", "VALIDATING", "ACTIVE", "RETIRED");
        assertThat(snapshots.getLast()).isEqualTo(JSON.readTree("""
                {"id": "%s", "key": "idea", "name": "Better idea", "kind": "CONSULTING", "criticality": "NORMAL",
                 "status": "RETIRED"}""".formatted(id)));
        var moves = await()
                .atMost(60, SECONDS)
                .until(() -> Topic.records(ProductMoved.TYPE.topic(), sales.tenant()), found -> found.size() >= 3)
                .stream()
                .map(record -> tree(record.value()))
                .toList();
        var moved = schema(ProductMoved.TYPE.type());
        assertThat(moves)
                .allMatch(move -> moved.validate(move).isEmpty())
                .extracting(move ->
                        move.path("before").asText() + " " + move.path("status").asText() + " "
                                + move.path("evidence").path("waived").asText("-"))
                .containsExactly("IDEA VALIDATING true", "VALIDATING ACTIVE true", "ACTIVE RETIRED -");
    }

    @Test
    void shouldTellSegmentsAsTheyStand() throws IOException {
        var id = sales.segment();
        sales.patch("/segments/" + id, "0", "{\"companySize\": \"L\"}").then().statusCode(200);

        assertThat(published(SegmentChanged.TYPE, 2).getLast()).isEqualTo(JSON.readTree("""
                {"id": "%s", "name": "HR heads who lose trained people", "function": "HR_HEAD",
                 "problem": "We train people for months and see no change", "companySize": "L",
                 "industries": ["retail"]}""".formatted(id)));
    }

    @Test
    void shouldTellPropositionsAsTheyStand() throws IOException {
        var product = sales.product();
        var segment = sales.segment();
        var id = sales.proposition(product, segment);
        sales.approve(id);
        String line = sales.get("/value-propositions/" + id).path("lineId");

        assertThat(published(PropositionChanged.TYPE, 3).getLast())
                .isEqualTo(JSON.readTree("""
                {"id": "%s", "lineId": "%s", "productId": "%s", "segmentId": "%s", "locale": "en",
                 "status": "APPROVED", "propositionVersion": 1, "role": "CHAMPION",
                 "oneLiner": "The fastest soft-skills training of employees",
                 "benefit": {"metric": "soft-skills-score", "unit": "points", "baseline": "52", "target": "70",
                             "withinDays": 90}}""".formatted(id, line, product, segment)));
    }

    @Test
    void shouldTellCompetitorsAsTheyStand() throws IOException {
        var id = sales.competitor();
        sales.patch("/competitors/" + id, "0", "{\"name\": \"VideoLearn Pro\"}")
                .then()
                .statusCode(200);

        assertThat(published(CompetitorChanged.TYPE, 2).getLast()).isEqualTo(JSON.readTree("""
                {"id": "%s", "name": "VideoLearn Pro", "kind": "COMPETITOR",
                 "website": "https://videolearn.example"}""".formatted(id)));
    }

    @Test
    void shouldTellBattlecardsAsTheyStand() throws IOException {
        var id = sales.battlecard(sales.competitor(), sales.product());
        sales.advance("/battlecards/" + id, "reviews", "{\"reviewBy\": \"2198-01-01\"}")
                .then()
                .statusCode(200);

        assertThat(published(BattlecardChanged.TYPE, 2)
                        .getLast()
                        .path("reviewBy")
                        .asText())
                .isEqualTo("2198-01-01");
    }

    @Test
    void shouldNameTheCustomerOnlyWithConsent() throws IOException {
        var id = sales.caseStudy(sales.product(), sales.segment());
        var path = "/case-studies/" + id;
        sales.advance(path, "consents", consent("ANONYMOUS")).then().statusCode(200);
        sales.advance(path, "publications").then().statusCode(200);
        sales.advance(path, "consents", consent("NAMED")).then().statusCode(200);

        assertThat(published(CaseStudyChanged.TYPE, 4))
                .extracting(state -> state.path("status").asText()
                        + " " + state.path("consent").asText() + " "
                        + state.path("customer").asText("-"))
                .containsExactly(
                        "DRAFT NONE -",
                        "DRAFT ANONYMOUS -",
                        "PUBLISHED ANONYMOUS -",
                        "PUBLISHED NAMED Northwind Logistics");
        var facts = await().atMost(60, SECONDS)
                .until(() -> Topic.records(CaseStudyPublished.TYPE.topic(), sales.tenant()), found -> !found.isEmpty());
        assertThat(facts).hasSize(1);
        var fact = tree(facts.getFirst().value());
        assertThat(schema(CaseStudyPublished.TYPE.type()).validate(fact)).isEmpty();
        assertThat(fact.has("customer")).isFalse();
    }

    private static String consent(String consent) {
        return "{\"consent\": \"" + consent + "\", \"givenBy\": \"Anna Berger\", \"givenOn\": \"2026-04-12\"}";
    }

    @Test
    void shouldTellPlansAsTheyStand() throws IOException {
        var product = sales.product();
        String id = sales.post("/plans", Bodies.plan(product, "49").replace("\"name\"", "\"key\": \"team\", \"name\""))
                .path("id");
        sales.advance("/plans/" + id, "publications").then().statusCode(200);

        assertThat(published(PlanChanged.TYPE, 2).getLast()).isEqualTo(JSON.readTree("""
                {"id": "%s", "productId": "%s", "key": "team", "name": "Team", "status": "PUBLISHED",
                 "planVersion": 1, "price": {"amount": "49.00", "currency": "EUR"}, "period": "MONTH",
                 "trialDays": 14, "entitlements": [], "rollout": {"policy": "NEW_ONLY"},
                 "billing": "IN_ADVANCE", "phases": []}""".formatted(id, product)));
    }

    @Test
    void shouldTellOfAVersionWhenItIsPublishedAndNotBefore() throws IOException {
        var product = sales.product();
        var path = "/plans/" + sales.plan(product);
        sales.advance(path, "publications").then().statusCode(200);
        sales.post(path + "/versions", "").then().statusCode(201);
        sales.patch(path + "/versions/2", "2", """
                {"price": {"amount": "59.00"}, "touchModel": "HIGH", "successMetric": "score",
                 "billing": "IN_ARREARS", "fixedTermPeriods": 12,
                 "minimumCommitment": {"amount": "80", "currency": "EUR"},
                 "phases": [{"months": 2, "price": {"amount": "9", "currency": "EUR"}},
                            {"days": 30, "discountPercent": 12.5}], "entitlements": [
                 {"key": "coach", "kind": "LIMIT", "limit": 4, "unit": "sessions"}]}""").then().statusCode(200);
        sales.advance(path, "publications", "{\"rollout\": {\"policy\": \"FROM\", \"from\": \"2999-01-01\"}}")
                .then()
                .statusCode(200);
        sales.advance("/products/" + product, "retirements").then().statusCode(200);

        var told = await()
                .atMost(60, SECONDS)
                .until(() -> Topic.records(PlanChanged.TYPE.topic(), sales.tenant()), found -> found.size() >= 4)
                .stream()
                .map(record -> tree(record.value()))
                .toList();
        assertThat(told).hasSize(4);
        for (var snapshot : told) {
            assertThat(schema(PlanChanged.TYPE.type()).validate(snapshot)).isEmpty();
        }
        assertThat(told.stream().map(snapshot -> snapshot.path("status").asText()))
                .containsExactly("DRAFT", "PUBLISHED", "PUBLISHED", "RETIRED");
        assertThat(told.get(2)).isEqualTo(JSON.readTree("""
                {"id": "%s", "productId": "%s", "name": "Team", "status": "PUBLISHED", "planVersion": 2,
                 "price": {"amount": "59.00", "currency": "EUR"}, "period": "MONTH", "trialDays": 14,
                 "entitlements": [{"key": "coach", "kind": "LIMIT", "limit": 4, "unit": "sessions", "reset": "NEVER"}],
                 "touchModel": "HIGH", "successMetric": "score", "billing": "IN_ARREARS",
                 "phases": [{"months": 2, "price": {"amount": "9.00", "currency": "EUR"}},
                            {"days": 30, "discountPercent": "12.5"}],
                 "fixedTermPeriods": 12, "minimumCommitment": {"amount": "80.00", "currency": "EUR"},
                 "rollout": {"policy": "FROM", "from": "2999-01-01"}}""".formatted(path.substring(7), product)));
    }

    @Test
    void shouldTellOfEveryPublishedVersion() throws IOException {
        var product = sales.product();
        var plan = sales.plan(product);
        var path = "/plans/" + plan;
        sales.advance(path, "publications").then().statusCode(200);
        sales.post(path + "/versions", "").then().statusCode(201);
        sales.patch(path + "/versions/2", "2", """
                {"billing": "IN_ARREARS", "phases": [{"months": 1, "discountPercent": "50"}], "fixedTermPeriods": 6,
                 "minimumCommitment": {"amount": "60.00", "currency": "EUR"}}""").then().statusCode(200);
        String at = sales.advance(path, "publications", "{\"rollout\": {\"policy\": \"AT_RENEWAL\"}}")
                .then()
                .statusCode(200)
                .extract()
                .path("publishedAt");

        var told = await()
                .atMost(60, SECONDS)
                .until(() -> Topic.records(PlanPublished.TYPE.topic(), sales.tenant()), found -> found.size() >= 2)
                .stream()
                .map(record -> tree(record.value()))
                .toList();
        assertThat(told).hasSize(2);
        for (var fact : told) {
            assertThat(schema(PlanPublished.TYPE.type()).validate(fact)).isEmpty();
        }
        assertThat(told.getFirst().at("/rollout/policy").asText()).isEqualTo("NEW_ONLY");
        assertThat(told.getLast()).isEqualTo(JSON.readTree("""
                {"id": "%s", "productId": "%s", "planVersion": 2, "name": "Team",
                 "price": {"amount": "49.00", "currency": "EUR"}, "period": "MONTH",
                 "rollout": {"policy": "AT_RENEWAL"}, "publishedAt": "%s", "trialDays": 14,
                 "billing": "IN_ARREARS", "phases": [{"months": 1, "discountPercent": "50"}],
                 "fixedTermPeriods": 6, "minimumCommitment": {"amount": "60.00", "currency": "EUR"}}""".formatted(plan, product, at)));
    }

    @Test
    void shouldTellOfAReleaseOnce() throws IOException {
        var product = sales.product();
        sales.post("/products/" + product + "/features", Bodies.feature("report"))
                .then()
                .statusCode(201);
        String id = sales.post("/releases", Bodies.release(product).replace("\"title\"", """
                "features": ["report"], "requesters": [{"accountId": "0197a3f1-0d3e-7a10-8d74-8b3b2e8d9c03"}], "title\""""))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        String at = sales.advance("/releases/" + id, "announcements")
                .then()
                .statusCode(200)
                .extract()
                .path("announcedAt");

        var told = await().atMost(60, SECONDS)
                .until(() -> Topic.records(ReleaseAnnounced.TYPE.topic(), sales.tenant()), found -> !found.isEmpty());
        assertThat(told).hasSize(1);
        assertThat(told.getFirst().key()).isEqualTo(id);
        var fact = tree(told.getFirst().value());
        assertThat(schema(ReleaseAnnounced.TYPE.type()).validate(fact)).isEmpty();
        assertThat(fact).isEqualTo(JSON.readTree("""
                {"id": "%s", "productId": "%s", "title": "Weekly report", "notes": "Managers see **who practised**.",
                 "features": ["report"], "requesters": [{"accountId": "0197a3f1-0d3e-7a10-8d74-8b3b2e8d9c03"}],
                 "announcedAt": "%s"}""".formatted(id, product, at)));
    }

    @Test
    void shouldPublishNothingWhenRefused() {
        sales.post("/segments", Bodies.segment().replace("HR heads who lose trained people", "Everyone"))
                .then()
                .statusCode(422);
        sales.segment();

        var told = await().atMost(60, SECONDS)
                .until(() -> Topic.records(SegmentChanged.TYPE.topic(), sales.tenant()), found -> !found.isEmpty());
        assertThat(told).hasSize(1);
    }

    static Set<String> types() {
        return EventTypes.all();
    }

    @ParameterizedTest
    @MethodSource("types")
    void shouldShipAnExampleThatIsValid(String type) throws IOException {
        var example = JSON.readTree(Files.readString(EVENTS.resolve(type + ".example.json")));
        assertThat(schema(type).validate(example)).isEmpty();
    }

    @Test
    void shouldShipASchemaThatRefuses() throws IOException {
        var half = JSON.readTree("{\"id\": \"019b2f6e-0b1c-7cc3-98c4-dc0c0c07398f\"}");
        assertThat(schema(PlanChanged.TYPE.type()).validate(half)).isNotEmpty();
    }

    /** The snapshots of the newest aggregate, oldest first, each checked against its schema. */
    private List<JsonNode> published(EventType event, int snapshots) throws IOException {
        var records = await().atMost(60, SECONDS)
                .until(() -> Topic.records(event.topic(), sales.tenant()), found -> found.size() >= snapshots);
        assertThat(records.stream().collect(groupingBy(ConsumerRecord::key))).hasSize(1);
        assertThat(records).hasSize(snapshots);
        for (var version = 0; version < snapshots; version++) {
            var record = records.get(version);
            assertThat(Topic.header(record, "ce_type")).isEqualTo(event.type());
            assertThat(Topic.header(record, "ce_source")).isEqualTo("/rivulet/catalog");
            assertThat(Topic.header(record, "ce_aggregateversion")).isEqualTo(Integer.toString(version));
        }
        var schema = schema(event.type());
        var payloads = records.stream().map(record -> tree(record.value())).toList();
        payloads.forEach(payload ->
                assertThat(schema.validate(payload)).as(payload.toString()).isEmpty());
        payloads.forEach(payload -> assertThat(payload.path("id").asText())
                .isEqualTo(records.getFirst().key()));
        return payloads;
    }

    private static JsonSchema schema(String type) throws IOException {
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(Files.readString(EVENTS.resolve(type + ".schema.json")));
    }

    private static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new AssertionError(json, e);
        }
    }
}
