package dev.rivulet.catalog;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever copies an example out of the API's description is understood. */
@QuarkusTest
class RequestExamplesTest {

    private static final Set<String> WRITING = Set.of("post", "put", "patch");
    private static final List<Integer> MISUNDERSTOOD = List.of(400, 415, 428, 500);

    /** What the examples of these make, makes sense by itself. */
    private static final Set<String> TAKEN = Set.of(
            "/case-studies",
            "/competitors",
            "/lint-rules",
            "/partner-roles",
            "/partners",
            "/plans",
            "/playbooks",
            "/price-books",
            "/price-quotes",
            "/price-simulations",
            "/prices",
            "/prices/{id}/corrections",
            "/prices/{id}/ends",
            "/products",
            "/products/{id}/interviews",
            "/products/{id}/pre-sales",
            "/proposition-lints",
            "/releases",
            "/sale-rules",
            "/segments",
            "/value-propositions");

    private final Caller sales = Caller.as("sales");
    private String product;
    private String segment;
    private String plan;

    @BeforeEach
    void makeWhatExamplesReferTo() {
        product = sales.idea();
        segment = sales.segment();
        plan = sales.plan(product);
        sales.post("/products/" + product + "/features", "{\"key\": \"weekly-report\", \"name\": \"Report\"}")
                .then()
                .statusCode(201);
    }

    @Test
    void shouldTakeEveryExampleItShows() throws IOException {
        var api = api();
        var without = new ArrayList<String>();
        for (var path : api.path("paths").properties()) {
            for (var operation : path.getValue().properties()) {
                var body = operation.getValue().at("/requestBody/content");
                if (!WRITING.contains(operation.getKey()) || body.isMissingNode()) {
                    continue;
                }
                var where = operation.getKey() + " " + path.getKey();
                var type = body.fieldNames().next();
                var examples = examples(api, body.path(type));
                if (examples.isEmpty()) {
                    without.add(where);
                }
                for (var example : examples) {
                    take(where, path.getKey(), type, example);
                }
            }
        }
        assertThat(without).as("show an example").isEmpty();
    }

    private void take(String where, String path, String type, JsonNode example) {
        var body = example.isTextual() ? example.asText() : example.toString();
        for (var known : Map.of("productId", product, "segmentId", segment, "planId", plan)
                .entrySet()) {
            body = body.replaceAll("(\"" + known.getKey() + "\":\\s*\")[^\"]+", "$1" + known.getValue());
        }
        body = body.replaceAll("(\"planIds\":\\s*\\[)[^]]+", "$1\"" + plan + "\"");
        var answer = sales.inRole("admin")
                .http()
                .contentType(type)
                .header("If-Match", "\"0\"")
                .body(body.getBytes(StandardCharsets.UTF_8))
                .request(where.substring(0, where.indexOf(' ')), at(path));
        assertThat(answer.statusCode())
                .as(where + " " + body + " " + answer.asString())
                .isNotIn(MISUNDERSTOOD);
        if (TAKEN.contains(path)) {
            assertThat(answer.statusCode())
                    .as(where + " " + body + " " + answer.asString())
                    .isBetween(200, 299);
        }
    }

    private String at(String path) {
        var id = path.startsWith("/products/")
                ? product
                : path.startsWith("/prices/") ? price() : UUID.randomUUID().toString();
        var query = path.equals("/activity-code-imports") ? "?scheme=OKVED2&edition=1" : "";
        return (path + query)
                .replace("{id}", id)
                .replace("{number}", "1")
                .replaceAll("\\{\\w+}", UUID.randomUUID().toString());
    }

    private String price() {
        return sales.post("/prices", """
                        {"planId": "%s", "component": "%s", "currency": "EUR", "validFrom": "2026-01-01",
                         "terms": {"model": "FLAT", "amount": 1}}""".formatted(plan, "c-" + UUID.randomUUID()))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** Those of the operation, else that of its body. */
    private static List<JsonNode> examples(JsonNode api, JsonNode content) {
        if (content.has("examples")) {
            return content.path("examples").findValues("value");
        }
        var schema = content.path("schema");
        var object = schema.has("$ref") ? api.at(schema.path("$ref").asText().substring(1)) : schema;
        return StreamSupport.stream(object.path("examples").spliterator(), false)
                .toList();
    }

    private static JsonNode api() throws IOException {
        return new ObjectMapper()
                .readTree(given().queryParam("format", "JSON").get("/q/openapi").asString());
    }
}
