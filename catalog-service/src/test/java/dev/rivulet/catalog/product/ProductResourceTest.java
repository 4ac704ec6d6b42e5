package dev.rivulet.catalog.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.rivulet.catalog.Bodies;
import dev.rivulet.catalog.Caller;
import dev.rivulet.catalog.product.domain.ProductKind;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@QuarkusTest
class ProductResourceTest {

    private final Caller sales = Caller.as("sales");

    @Test
    void shouldAddAndReadAProduct() {
        var created = sales.post("/products", """
                {"key": "soft-skills", "name": "Soft skills trainer", "kind": "SAAS", "description": "Ten minutes"}""");
        created.then()
                .statusCode(201)
                .header("ETag", "\"0\"")
                .body("key", equalTo("soft-skills"))
                .body("status", equalTo("ACTIVE"))
                .body("createdAt", notNullValue());

        sales.inRole("ops")
                .get(created.header("Location"))
                .then()
                .statusCode(200)
                .header("ETag", "\"0\"")
                .body("name", equalTo("Soft skills trainer"))
                .body("kind", equalTo("SAAS"))
                .body("version", equalTo(0));
    }

    @ParameterizedTest
    @EnumSource(ProductKind.class)
    void shouldTakeEveryKind(ProductKind kind) {
        sales.post("/products", "{\"name\": \"x\", \"kind\": \"" + kind + "\"}")
                .then()
                .statusCode(201)
                .body("kind", equalTo(kind.name()))
                .body("key", nullValue());
    }

    @Test
    void shouldCreateOnceUnderOneIdempotencyKey() {
        var first = sales.http()
                .header("Idempotency-Key", "k1")
                .contentType("application/json")
                .body(Bodies.product())
                .post("/products");
        var second = sales.http()
                .header("Idempotency-Key", "k1")
                .contentType("application/json")
                .body(Bodies.product())
                .post("/products");
        second.then().statusCode(201).header("Idempotency-Replayed", "true").body("id", equalTo(first.path("id")));
        sales.get("/products").then().body("items", hasSize(1));
    }

    @Test
    void shouldRefuseAKeyThatIsTaken() {
        var body = "{\"key\": \"one\", \"name\": \"x\", \"kind\": \"SAAS\"}";
        sales.post("/products", body).then().statusCode(201);
        sales.post("/products", body).then().statusCode(409).body("code", equalTo("key-taken"));
        // Another tenant's keys are no concern.
        Caller.as("sales").post("/products", body).then().statusCode(201);
    }

    @Test
    void shouldGiveAKeyToOneOfTwoAtTheSameMoment() throws Exception {
        Callable<Integer> create =
                () -> sales.post("/products", "{\"key\": \"k\", \"name\": \"x\", \"kind\": \"SAAS\"}")
                        .statusCode();
        try (var both = Executors.newFixedThreadPool(2)) {
            var answers = both.invokeAll(List.of(create, create));
            assertThat(List.of(answers.get(0).get(), answers.get(1).get())).containsExactlyInAnyOrder(201, 409);
        }
    }

    @Test
    void shouldListPageByPageInTheOrderAdded() {
        var ids = IntStream.range(0, 3).mapToObj(i -> sales.product()).toList();
        var first = sales.get("/products?limit=2");
        first.then().statusCode(200).body("items.id", contains(ids.get(0), ids.get(1)));
        assertThat(first.header("Link")).contains("rel=\"next\"");
        sales.get("/products?limit=2&cursor=" + first.path("nextCursor"))
                .then()
                .body("items.id", contains(ids.get(2)))
                .body("nextCursor", nullValue());
    }

    @Test
    void shouldChangeByMergePatchOnTheVersionRead() {
        var path = "/products/" + sales.product();
        sales.patch(path, "0", "{\"name\": \"New\", \"description\": null}")
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("name", equalTo("New"))
                .body("kind", equalTo("SAAS"))
                .body("description", nullValue());
        sales.patch(path, "0", "{\"name\": \"Late\"}").then().statusCode(412).body("code", equalTo("version-stale"));
        sales.http()
                .contentType("application/merge-patch+json")
                .body("{}")
                .patch(path)
                .then()
                .statusCode(428);
        sales.get(path).then().body("name", equalTo("New"));
    }

    @Test
    void shouldKeepTheKeyForGood() {
        sales.patch("/products/" + sales.product(), "0", "{\"key\": \"other\"}")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/key"))
                .body("errors[0].code", equalTo("unknown-property"));
    }

    @Test
    void shouldTakeAProductThatIsSoldAlreadyAsProved() {
        sales.post("/products", Bodies.product())
                .then()
                .statusCode(201)
                .body("status", equalTo("ACTIVE"))
                .body("origin", equalTo("EXISTING"))
                .body("criticality", equalTo("NORMAL"))
                .body("warnings", empty());
        sales.get("/products/" + sales.idea()).then().body("origin", equalTo("NEW"));
    }

    @Test
    void shouldFilterByStatus() {
        var active = sales.product();
        var idea = sales.idea();
        sales.get("/products?status=IDEA").then().body("items.id", contains(idea));
        sales.get("/products?status=ACTIVE").then().body("items.id", contains(active));
        sales.get("/products?status=RETIRED").then().body("items", empty());
        sales.get("/products?status=SOLD").then().statusCode(400).body("errors[0].pointer", equalTo("?status"));
    }

    @ParameterizedTest
    @CsvSource({
        "SAAS, ARCHITECTURE, 201",
        "SYSTEM_INTEGRATION, ARCHITECTURE, 201",
        "CONSULTING, KEY_PROCESS, 201",
        "SUPPORT_AND_IMPLEMENTATION, KEY_PROCESS, 201",
        "TRAINING, KEY_PROCESS, 201",
        "OUTSOURCING, NORMAL, 201",
        "OUTSOURCING, KEY_PROCESS, 422",
        "OUTSOURCING, ARCHITECTURE, 422",
        "CUSTOM_DEVELOPMENT, NORMAL, 201",
        "CUSTOM_DEVELOPMENT, KEY_PROCESS, 422",
        "CUSTOM_DEVELOPMENT, ARCHITECTURE, 422"
    })
    void shouldKeepWhatIsCriticalInside(String kind, String criticality, int status) {
        var answer = sales.post("/products", critical(kind, criticality, ""));
        answer.then().statusCode(status);
        if (status == 422) {
            answer.then()
                    .body("code", equalTo("criticality-not-outsourced"))
                    .body("errors[0].pointer", equalTo("/criticality"));
        }
    }

    @Test
    void shouldRecordWhoGivesSomethingCriticalAway() {
        sales.post("/products", critical("OUTSOURCING", "KEY_PROCESS", " "))
                .then()
                .statusCode(422);
        String id = sales.post("/products", critical("OUTSOURCING", "KEY_PROCESS", "Their team reviews"))
                .then()
                .statusCode(201)
                .body("warnings", contains("CRITICALITY_NOT_OUTSOURCED"))
                .body("criticalityOverride.reason", equalTo("Their team reviews"))
                .body("criticalityOverride.by", equalTo("sales@" + sales.tenant()))
                .body("criticalityOverride.at", notNullValue())
                .extract()
                .path("id");
        var path = "/products/" + id;

        // Whoever changes something else does not take the reason over.
        sales.inRole("admin")
                .patch(path, "0", "{\"name\": \"Wages\"}")
                .then()
                .statusCode(200)
                .body("criticalityOverride.by", equalTo("sales@" + sales.tenant()));
        sales.inRole("admin")
                .patch(path, "1", "{\"overrideReason\": \"The board wants it\"}")
                .then()
                .statusCode(200)
                .body("criticalityOverride.by", equalTo("admin@" + sales.tenant()));
        sales.patch(path, "2", "{\"overrideReason\": null}").then().statusCode(422);
        sales.patch(path, "2", "{\"criticality\": \"NORMAL\"}")
                .then()
                .statusCode(200)
                .body("warnings", empty())
                .body("criticalityOverride", nullValue());
        sales.patch(path, "3", "{\"criticality\": \"ARCHITECTURE\"}").then().statusCode(422);
        sales.patch(path, "3", "{\"criticality\": \"ARCHITECTURE\", \"kind\": \"CONSULTING\"}")
                .then()
                .statusCode(200)
                .body("warnings", empty());
    }

    private static String critical(String kind, String criticality, String reason) {
        return """
                {"name": "Payroll", "kind": "%s", "criticality": "%s", "overrideReason": "%s"}""".formatted(kind, criticality, reason);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"kind": "SAAS"}                                        | /name        | value-missing
            {"name": " ", "kind": "SAAS"}                           | /name        | value-missing
            {"name": "x"}                                           | /kind        | value-missing
            {"name": "x", "kind": "GOODS"}                          | /kind        | value-invalid
            {"name": 5, "kind": "SAAS"}                             | /name        | wrong-type
            {"name": "a\\u0000b", "kind": "SAAS"}                   | /name        | text-invalid
            {"name": "x", "kind": "SAAS", "colour": "red"}          | /colour      | unknown-property
            {"name": "x", "kind": "SAAS", "key": "Has Space"}       | /key         | key-format
            {"name": "x", "kind": "SAAS", "key": "-x"}              | /key         | key-format
            {"name": "x", "kind": "SAAS", "status": "RETIRED"}      | /status      | value-invalid
            {"name": "x", "kind": "SAAS", "status": "VALIDATING"}   | /status      | value-invalid
            {"name": "x", "kind": "SAAS", "criticality": "HIGH"}    | /criticality | value-invalid
            {"name": "x", "kind": "SAAS", "origin": "NEW"}          | /origin      | unknown-property
            """)
    void shouldPointAtWhatIsWrong(String body, String pointer, String code) {
        sales.post("/products", body)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors[0].pointer", equalTo(pointer))
                .body("errors[0].code", equalTo(code));
    }

    @Test
    void shouldRefuseTextsThatAreTooLong() {
        sales.post("/products", "{\"name\": \"" + "x".repeat(201) + "\", \"kind\": \"SAAS\"}")
                .then()
                .statusCode(400)
                .body("errors[0].code", equalTo("text-too-long"));
        sales.post("/products", "{\"name\": \"" + "x".repeat(200) + "\", \"kind\": \"SAAS\"}")
                .then()
                .statusCode(201);
    }
}
