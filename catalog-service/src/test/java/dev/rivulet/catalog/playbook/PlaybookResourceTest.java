package dev.rivulet.catalog.playbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.rivulet.catalog.Bodies;
import dev.rivulet.catalog.Caller;
import dev.rivulet.catalog.Channel;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class PlaybookResourceTest {

    private final Caller sales = Caller.as("sales");
    private final Channel channel = new Channel(sales);

    @Test
    void shouldDraftAndReadAPlaybook() {
        var product = sales.product();
        var created = sales.post("/playbooks", Bodies.playbook(product));
        created.then()
                .statusCode(201)
                .header("ETag", "\"0\"")
                .body("status", equalTo("DRAFT"))
                .body("playbookVersion", equalTo(1))
                .body("segmentId", nullValue());
        sales.inRole("success")
                .get(created.header("Location"))
                .then()
                .statusCode(200)
                .body("productId", equalTo(product))
                .body("steps.goal", contains("Hear the pain", "Show the change"))
                .body("steps[0].asset", equalTo("https://assets.example.com/interview.pdf"))
                .body("steps[1].asset", nullValue())
                .body("objections[0].answer", equalTo("Keep them"));
    }

    @Test
    void shouldChangeADraft() {
        var path = "/playbooks/" + channel.playbook(sales.product());
        sales.patch(path, "0", "{\"title\": \"Продажи директору по персоналу\", \"objections\": []}")
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("title", equalTo("Продажи директору по персоналу"))
                .body("objections", empty())
                .body("steps.goal", contains("Hear the pain", "Show the change"));
        sales.patch(path, "1", "{\"productId\": \"" + sales.product() + "\"}")
                .then()
                .statusCode(400)
                .body("errors[0].code", equalTo("unknown-property"));
        sales.patch(path, "0", "{}").then().statusCode(412);
        sales.http()
                .contentType("application/merge-patch+json")
                .body("{}")
                .patch(path)
                .then()
                .statusCode(428);
    }

    @Test
    void shouldPublishForGood() {
        var path = "/playbooks/" + channel.playbook(sales.product());
        sales.http().post(path + "/publications").then().statusCode(428);
        sales.advance(path, "publications")
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("status", equalTo("PUBLISHED"))
                .body("publishedAt", notNullValue());
        sales.patch(path, "1", "{\"title\": \"Other\"}")
                .then()
                .statusCode(409)
                .body("code", equalTo("playbook-published"));
        sales.advance(path, "publications").then().statusCode(409).body("code", equalTo("playbook-published"));
    }

    @ParameterizedTest
    @CsvSource({"steps, /steps", "objections, /objections"})
    void shouldNotPublishHalfAPlaybook(String part, String pointer) {
        var path = "/playbooks/" + channel.playbook(sales.product());
        sales.patch(path, "0", "{\"" + part + "\": []}").then().statusCode(200);
        sales.advance(path, "publications")
                .then()
                .statusCode(422)
                .body("errors[0].code", equalTo("playbook-incomplete"))
                .body("errors[0].pointer", equalTo(pointer));
        sales.get(path).then().body("status", equalTo("DRAFT"));
    }

    @Test
    void shouldSupersedeTheVersionBefore() {
        var first = channel.publishedPlaybook(sales.product());
        var drafted = sales.post("/playbooks/" + first + "/versions", "");
        drafted.then()
                .statusCode(201)
                .body("status", equalTo("DRAFT"))
                .body("playbookVersion", equalTo(2))
                .body("title", equalTo("Selling to HR heads"))
                .body("steps.goal", contains("Hear the pain", "Show the change"));
        String second = drafted.path("id");
        sales.get("/playbooks/" + first).then().body("status", equalTo("PUBLISHED"));

        channel.published(second);

        sales.get("/playbooks/" + first)
                .then()
                .header("ETag", "\"2\"")
                .body("status", equalTo("SUPERSEDED"))
                .body("supersededAt", notNullValue());
        sales.get("/playbooks/" + second).then().body("status", equalTo("PUBLISHED"));
        sales.advance("/playbooks/" + first, "publications")
                .then()
                .statusCode(409)
                .body("code", equalTo("playbook-published"));
        sales.patch("/playbooks/" + first, "2", "{\"title\": \"Other\"}").then().statusCode(409);
        sales.get("/playbooks/" + first + "/versions").then().body("items.id", contains(first, second));
        sales.get("/playbooks/" + second + "/versions?limit=1").then().body("items.id", contains(first));
        sales.get("/playbooks?status=PUBLISHED").then().body("items.id", contains(second));
    }

    @Test
    void shouldGoBackToAnOldVersion() {
        var first = channel.publishedPlaybook(sales.product());
        String second = sales.post("/playbooks/" + first + "/versions", "").path("id");
        sales.patch("/playbooks/" + second, "0", "{\"title\": \"A mistake\"}")
                .then()
                .statusCode(200);
        channel.published(second);
        sales.post("/playbooks/" + first + "/versions", "")
                .then()
                .statusCode(201)
                .body("playbookVersion", equalTo(3))
                .body("title", equalTo("Selling to HR heads"));
    }

    @Test
    void shouldHaveOneDraftAtATime() {
        var product = sales.product();
        var first = channel.playbook(product);
        sales.post("/playbooks", Bodies.playbook(product))
                .then()
                .statusCode(409)
                .body("code", equalTo("playbook-exists"));
        sales.post("/playbooks/" + first + "/versions", "")
                .then()
                .statusCode(409)
                .body("code", equalTo("playbook-draft-exists"));
        channel.published(first);
        sales.post("/playbooks/" + first + "/versions", "").then().statusCode(201);
        sales.post("/playbooks/" + first + "/versions", "")
                .then()
                .statusCode(409)
                .body("code", equalTo("playbook-draft-exists"));
    }

    @Test
    void shouldKeepSegmentsApart() {
        var product = sales.product();
        var segment = sales.segment();
        var general = channel.publishedPlaybook(product);
        String special = sales.post(
                        "/playbooks",
                        Bodies.playbook(product).replace("\"title\"", "\"segmentId\": \"" + segment + "\", \"title\""))
                .then()
                .statusCode(201)
                .body("segmentId", equalTo(segment))
                .body("playbookVersion", equalTo(1))
                .extract()
                .path("id");
        channel.published(special);
        sales.get("/playbooks?productId=" + product + "&status=PUBLISHED")
                .then()
                .body("items.id", contains(general, special));
        sales.get("/playbooks?segmentId=" + segment).then().body("items.id", contains(special));
        sales.get("/playbooks/" + special + "/versions").then().body("items.id", contains(special));
        sales.get("/playbooks?productId=" + sales.product()).then().body("items", empty());
    }

    @Test
    void shouldPublishOnceWhenTwoTryAtOnce() {
        var first = channel.publishedPlaybook(sales.product());
        String second = sales.post("/playbooks/" + first + "/versions", "").path("id");
        var answers = atOnce(() -> sales.http()
                .header("If-Match", "\"0\"")
                .post("/playbooks/" + second + "/publications")
                .statusCode());
        assertThat(answers).containsOnlyOnce(200).allMatch(status -> status == 200 || status == 412 || status == 409);
        sales.get("/playbooks?status=PUBLISHED").then().body("items.id", contains(second));
    }

    @Test
    void shouldDraftOneNextVersionWhenTwoTryAtOnce() {
        var first = channel.publishedPlaybook(sales.product());
        var answers =
                atOnce(() -> sales.post("/playbooks/" + first + "/versions", "").statusCode());
        assertThat(answers).containsOnlyOnce(201).allMatch(status -> status == 201 || status == 409);
        sales.get("/playbooks?status=DRAFT").then().body("items.playbookVersion", contains(2));
    }

    private static List<Integer> atOnce(Supplier<Integer> attempt) {
        var attempts = Stream.generate(() -> CompletableFuture.supplyAsync(attempt))
                .limit(6)
                .toList();
        return attempts.stream().map(CompletableFuture::join).toList();
    }

    @Test
    void shouldRepeatNothingForTheSameKey() {
        var body = Bodies.playbook(sales.product());
        var first = sales.http()
                .header("Idempotency-Key", "playbook-1")
                .contentType("application/json")
                .body(body)
                .post("/playbooks");
        var again = sales.http()
                .header("Idempotency-Key", "playbook-1")
                .contentType("application/json")
                .body(body)
                .post("/playbooks");
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.<String>path("id")).isEqualTo(first.path("id"));
    }

    @Test
    void shouldRefuseWhatIsNotThere() {
        sales.post("/playbooks", Bodies.playbook(UUID.randomUUID().toString()))
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/productId"))
                .body("errors[0].code", equalTo("product-unknown"));
        var foreign = Caller.as("sales").segment();
        sales.post(
                        "/playbooks",
                        Bodies.playbook(sales.product())
                                .replace("\"title\"", "\"segmentId\": \"" + foreign + "\", \"title\""))
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/segmentId"))
                .body("errors[0].code", equalTo("segment-unknown"));
        var mine = channel.publishedPlaybook(sales.product());
        var stranger = Caller.as("admin");
        stranger.post("/playbooks/" + mine + "/versions", "").then().statusCode(404);
        stranger.get("/playbooks/" + mine + "/versions").then().statusCode(404);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "title": "Selling to HR heads"   | "title": " "            | /title                  | value-missing
            "title": "Selling to HR heads",  |                         | /title                  | value-missing
            "goal": "Hear the pain"          | "goal": ""              | /steps/0/goal           | value-missing
            "goal": "Show the change"        | "aim": "x"              | /steps/1/aim            | unknown-property
            "exitCriterion": "A pilot is agreed" | "exitCriterion": 1  | /steps/1/exitCriterion  | wrong-type
            https://assets.example.com       | ftp://assets            | /steps/0/asset          | link-format
            https://assets.example.com       | javascript:alert(1)//   | /steps/0/asset          | link-format
            "answer": "Keep them"            | "answer": null          | /objections/0/answer    | value-missing
            """)
    void shouldPointAtWhatIsWrong(String right, String wrong, String pointer, String code) {
        sales.post("/playbooks", Bodies.playbook(sales.product()).replace(right, wrong == null ? "" : wrong))
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo(pointer))
                .body("errors[0].code", equalTo(code));
    }

    @Test
    void shouldLimitTheSteps() {
        var step = "{\"goal\": \"g\", \"script\": \"s\", \"exitCriterion\": \"e\"}";
        sales.patch(
                        "/playbooks/" + channel.playbook(sales.product()),
                        "0",
                        "{\"steps\": [" + (step + ",").repeat(50) + step + "]}")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/steps"))
                .body("errors[0].code", equalTo("list-too-long"));
    }
}
