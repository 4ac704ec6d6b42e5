package dev.rivulet.success.access;

import static dev.rivulet.success.Caller.usage;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rivulet.success.Caller;
import dev.rivulet.success.Producer;
import dev.rivulet.success.request.Wishes;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever answer of the contract names a customer, it names no other than one's own. */
@QuarkusTest
class PortfolioContractTest {

    /** Named only in stories of their own, whose tests look at it: red cells, webhooks called, a week gone by. */
    private static final Set<String> WITHOUT_ANY_HERE = Set.of(
            "/cohort-cases", "/cohort-cases/{id}", "/cohorts", "/digests", "/webhook-calls", "/webhook-calls/{id}");

    /** Lists of which a part is the same for every tenant. */
    private static final Set<String> EVERYBODYS =
            Set.of("journeys", "managers", "message-templates", "score-models", "trigger-rules");

    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    private final Caller success = Caller.fresh();
    private final Caller admin = success.inRole("admin");
    private final Producer producer = success.producer();
    private JsonNode contract;
    private UUID mine;
    private UUID theirs;
    private UUID waiting;

    @BeforeEach
    void aTenantWithSomethingOfEverything() {
        contract = Caller.tree(given().get("/q/openapi?format=json").asString());
        mine = success.customer(10);
        theirs = success.customer(10);
        waiting = success.customer(10);
        admin.patch("/customers/" + mine + "/care", "\"0\"", "{\"manager\":\"success@" + success.tenant() + "\"}")
                .then()
                .statusCode(200);
        admin.http()
                .contentType("application/json")
                .body("{\"hoursPerWeek\":\"2\"}")
                .put("/managers/mila/capacity")
                .then()
                .statusCode(200);
        touch(theirs, ",\"manager\":\"mila\"");
        touch(waiting, "");
        var survey = survey();
        shadow();
        for (var account : List.of(mine, theirs)) {
            everythingOf(account, survey);
        }
        producer.send(
                producer.release(
                        UUID.randomUUID(), Wishes.PRODUCT, "Certificates", "[]", """
                        [{"accountId":"%s"},{"accountId":"%s"}]""".formatted(mine, theirs), NOW),
                producer.mrr(
                        UUID.randomUUID(),
                        theirs,
                        "NEW",
                        Caller.today().minusDays(100),
                        "49.00",
                        "EUR",
                        Caller.today(),
                        ""));
        for (var list : List.of("/releases", "/cohort-changes", "/renewals", "/metrics/licences", "/usage-conflicts")) {
            admin.eventually(
                    list, found -> assertThat(found.path("items")).as(list).isNotEmpty());
        }
        admin.put("/access-policy", "\"0\"", "{\"managersSee\":\"PORTFOLIO\"}")
                .then()
                .statusCode(200);
    }

    @Test
    void shouldNameOwnCustomersOnly() {
        var silent = new TreeSet<String>();
        for (var path : naming()) {
            var told = false;
            for (var url : urls(path)) {
                var answer = success.get(url);
                if (!WITHOUT_ANY_HERE.contains(path)) {
                    assertThat(answer.statusCode()).as(url).isIn(200, 404);
                }
                if (answer.statusCode() == 200) {
                    assertThat(answer.asString()).as(url).doesNotContain(theirs.toString(), waiting.toString());
                }
                var seen = admin.get(url).asString();
                told |= seen.contains(theirs.toString()) || seen.contains(waiting.toString());
            }
            if (!told) {
                silent.add(path);
            }
        }
        assertThat(WITHOUT_ANY_HERE).as("answers that named nobody to anybody").containsAll(silent);
    }

    @Test
    void shouldNotReachOthersByWhatARequestNames() {
        var model = admin.json("/score-models").at("/items/0/id").asText();
        success.get("/score-models/" + model + "/replays/" + theirs).then().statusCode(404);
        success.get("/score-models/" + model + "/replays/" + mine).then().statusCode(200);
        success.get("/metrics/usage-retention?accountId=" + theirs).then().statusCode(404);
        success.get("/metrics/usage-retention?accountId=" + mine).then().statusCode(200);
        success.post("/survey-answers", """
                {"accountId":"%s","kind":"NPS","value":7,"respondent":"x"}""".formatted(theirs)).then().statusCode(404);
        success.post("/messages", message(theirs)).then().statusCode(404);
        var survey = admin.json("/surveys").at("/items/0/id").asText();
        success.post("/surveys/" + survey + "/waves", wave(theirs)).then().statusCode(404);
        var invitation = admin.json("/survey-invitations?accountId=" + theirs)
                .at("/items/0/id")
                .asText();
        success.post("/survey-invitations/" + invitation + "/links", "").then().statusCode(404);
        success.post("/survey-invitations/" + invitation + "/dismissals", "")
                .then()
                .statusCode(404);
        success.post("/usage-events", "{\"events\":[" + usage("s", theirs, "anna", "1", NOW) + "]}")
                .then()
                .statusCode(202);
    }

    @Test
    void shouldShowNothingToAnotherTenant() {
        var own = List.of(
                mine.toString(),
                theirs.toString(),
                waiting.toString(),
                success.tenant(),
                created("/trigger-rules", """
                        {"name":"Ours","condition":{"kind":"SCORE_BELOW","at":"50"}}"""),
                created("/journeys", """
                        {"key":"ours","name":"Ours","definition":{"touch":"LOW","atContracting":false,
                        "steps":[{"key":"adoption","type":"WAIT","days":30}]}}"""));
        var model = admin.json("/score-models").at("/items/1/id").asText();
        created("/score-models/" + model + "/backtests", """
                {"from":"%s","to":"%s"}""".formatted(
                        Caller.today().minusDays(300), Caller.today().minusDays(200)));
        admin.put("/webhook-endpoints/ours", "\"0\"", "{\"url\":\"https://ours.example/rivulet\"}")
                .then()
                .statusCode(200);
        var stranger = Caller.fresh().inRole("admin");
        var unhidden = new TreeSet<String>();
        for (var path : contract.path("paths").properties()) {
            if (!path.getValue().has("get") || path.getKey().equals("/task-stream")) {
                continue;
            }
            var hidden = false;
            for (var url : expanded(path.getKey())) {
                var answer = stranger.get(url);
                assertThat(answer.statusCode()).as(url).isIn(200, 404);
                if (answer.statusCode() == 200) {
                    assertThat(answer.asString()).as(url).doesNotContain(own);
                    assertThat(!path.getKey().contains("{") || EVERYBODYS.contains(url.split("/")[1]))
                            .as(url)
                            .isTrue();
                }
                hidden |= answer.statusCode() == 404 && admin.get(url).statusCode() == 200;
            }
            if (!hidden && path.getKey().contains("{")) {
                unhidden.add(path.getKey());
            }
        }
        assertThat(unhidden)
                .as("of which nothing could be asked for")
                .isSubsetOf(
                        "/cohort-cases/{id}",
                        "/managers/{manager}/customers",
                        "/message-templates/{key}/{language}",
                        "/webhook-calls/{id}");
    }

    /** With everything of the tenant's that there is in place of each of the braces. */
    private List<String> expanded(String path) {
        var brace = path.indexOf("/{");
        if (brace < 0) {
            return List.of(path.equals("/digests") ? path + "?function=SUCCESS" : path);
        }
        var list = path.substring(0, brace);
        var end = path.indexOf('}');
        var values = switch (path.substring(brace + 2, end)) {
            case "manager" -> Stream.of("mila");
            case "language" -> Stream.of("en");
            case "accountId" -> Stream.of(theirs.toString());
            case "key" -> Stream.of(list.equals("/message-templates") ? "welcome" : "ours");
            default ->
                list.equals("/customers")
                        ? Stream.of(theirs.toString())
                        : Caller.tree(admin.get(list).asString()).path("items").findValuesAsText("id").stream();
        };
        return values.flatMap(value -> expanded(list + "/" + value + path.substring(end + 1)).stream())
                .toList();
    }

    private String created(String path, String body) {
        return admin.post(path, body).then().statusCode(201).extract().path("id");
    }

    private void everythingOf(UUID account, String survey) {
        success.use(account, 4);
        admin.post("/survey-answers", """
                {"accountId":"%s","kind":"NPS","value":0,"respondent":"hr","surveyId":"%s","comment":"c"}""".formatted(account, survey)).then().statusCode(201);
        admin.post("/surveys/" + survey + "/waves", wave(account)).then().statusCode(201);
        admin.post("/messages", message(account)).then().statusCode(201);
        admin.post("/customers/" + account + "/journeys", "{\"journeyKey\":\"two-months\"}")
                .then()
                .statusCode(201);
        admin.post("/problems", "{\"accountId\":\"" + account + "\",\"title\":\"t\",\"severity\":\"LOW\"}")
                .then()
                .statusCode(201);
        var contact = admin.contact(account, "Ada Nowak");
        admin.post("/customers/" + account + "/interactions", """
                {"kind":"MEETING","contactId":"%s","summary":"s"}""".formatted(contact))
                .then()
                .statusCode(201);
        var wishes = new Wishes(admin);
        wishes.request(wishes.wish(account), "Certificates of " + account.hashCode());
        for (var quantity : List.of("1", "2")) {
            var event = usage("same-" + account, account, "anna", quantity, NOW);
            admin.post("/usage-events", "{\"events\":[" + event + "]}").then().statusCode(202);
        }
        producer.send(producer.fact(Producer.SUBSCRIPTIONS, "subscription.changed", UUID.randomUUID(), 0, """
                {"id":"%s","accountId":"%s","planName":"Yearly","price":{"amount":"490.00","currency":"EUR"},
                "period":"YEAR","propositionVersion":0,"seats":0,"status":"ACTIVE","phase":"RUNNING","startDate":"%s",
                "anchor":{"first":"%s","day":%d}}""".formatted(
                        UUID.randomUUID(),
                        account,
                        Caller.today().minusDays(300),
                        Caller.today().minusDays(300),
                        Caller.today().minusDays(300).getDayOfMonth())));
    }

    private void touch(UUID account, String manager) {
        admin.post("/customers/" + account + "/touch-changes", "{\"model\":\"HIGH\",\"reason\":\"r\"" + manager + "}")
                .then()
                .statusCode(201);
    }

    private String survey() {
        var draft =
                admin.post("/surveys", "{\"name\":\"s\",\"kind\":\"NPS\",\"questions\":{\"en\":\"q\",\"ru\":\"q\"}}");
        var id = draft.then().statusCode(201).extract().<String>path("id");
        admin.post("/surveys/" + id + "/activations", draft.header("ETag"), "")
                .then()
                .statusCode(200);
        return id;
    }

    private void shadow() {
        var draft = admin.post("/score-models", """
                {"name":"m","minimumCoverage":"0.1","healthyFrom":"80","criticalBelow":"60","components":[
                {"component":"LICENCES","weight":100,"scale":{"kind":"LINEAR","worst":"0","best":"1"}}]}""");
        var id = draft.then().statusCode(201).extract().<String>path("id");
        admin.http()
                .header("If-Match", draft.header("ETag"))
                .post("/score-models/" + id + "/shadows")
                .then()
                .statusCode(200);
    }

    private static String wave(UUID account) {
        return "{\"audience\":{\"people\":[{\"accountId\":\"" + account + "\",\"respondent\":\"ceo\"}]}}";
    }

    private static String message(UUID account) {
        return "{\"accountId\":\"" + account
                + "\",\"recipient\":\"ada@northwind.example\",\"template\":\"welcome\",\"values\":{}}";
    }

    /** The paths whose answer has, somewhere, the id of an account. */
    private List<String> naming() {
        var paths = contract.path("paths").properties().stream()
                .filter(path -> namesAccount(
                        path.getValue().at("/get/responses/200/content/application~1json/schema"), new HashSet<>()))
                .map(path -> path.getKey())
                .toList();
        assertThat(paths).hasSizeGreaterThan(40);
        return paths;
    }

    private boolean namesAccount(JsonNode schema, Set<String> seen) {
        if (!schema.isObject()) {
            return false;
        }
        var ref = schema.path("$ref").asText();
        if (!ref.isEmpty()) {
            return seen.add(ref) && namesAccount(contract.at(ref.substring(1)), seen);
        }
        return schema.path("properties").has("accountId")
                || Stream.concat(
                                schema.path("properties").properties().stream().map(each -> each.getValue()),
                                Stream.of(schema.path("items"), schema.path("additionalProperties")))
                        .anyMatch(part -> namesAccount(part, seen))
                || Stream.of("allOf", "anyOf", "oneOf").anyMatch(kind -> {
                    for (var part : schema.path(kind)) {
                        if (namesAccount(part, seen)) {
                            return true;
                        }
                    }
                    return false;
                });
    }

    /** With everything there is in place of what a path asks for. */
    private List<String> urls(String path) {
        if (path.startsWith("/customers/{id}")) {
            return Stream.of(theirs, waiting)
                    .map(id -> path.replace("{id}", id.toString()))
                    .toList();
        }
        if (path.contains("{manager}")) {
            return List.of(path.replace("{manager}", "mila"));
        }
        if (!path.contains("{")) {
            return List.of(path, path + "?accountId=" + theirs).subList(0, asksForAccount(path) ? 2 : 1);
        }
        return admin.json(path.substring(0, path.indexOf("/{"))).path("items").findValuesAsText("id").stream()
                .map(id -> path.replace("{id}", id))
                .toList();
    }

    private boolean asksForAccount(String path) {
        return contract.path("paths")
                .path(path)
                .at("/get/parameters")
                .findValuesAsText("name")
                .contains("accountId");
    }
}
