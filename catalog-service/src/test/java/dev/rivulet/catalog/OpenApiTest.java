package dev.rivulet.catalog;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rivulet.kit.testing.OpenApiContract;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OpenApiTest extends OpenApiContract {

    /** What a text looks like, its type does not say; days, ids and names of constants say it themselves. */
    @Test
    void everyTextOfAnAnswerHasAnExample() throws IOException {
        var api = new ObjectMapper()
                .readTree(given().queryParam("format", "JSON").get("/q/openapi").asString());
        var without = new TreeSet<String>();
        var seen = new HashSet<String>();
        for (var path : api.path("paths")) {
            for (var operation : path) {
                look(api, operation.path("responses"), seen, without);
            }
        }
        assertThat(seen).hasSizeGreaterThan(60);
        assertThat(without).isEmpty();
    }

    private static void look(JsonNode api, JsonNode part, Set<String> seen, Set<String> without) {
        for (var reference : part.findValuesAsText("$ref")) {
            if (seen.add(reference)) {
                var schema = api.at(reference.substring(1));
                schema.path("properties").properties().stream()
                        .filter(property -> isText(property.getValue()) && !hasExample(property.getValue()))
                        .forEach(property -> without.add(reference + " " + property.getKey()));
                look(api, schema, seen, without);
            }
        }
    }

    private static boolean isText(JsonNode property) {
        var value = property.has("items") ? property.path("items") : property;
        return value.path("type").toString().contains("\"string\"")
                && !value.has("$ref")
                && !value.has("enum")
                && !value.has("format");
    }

    private static boolean hasExample(JsonNode property) {
        return property.has("examples")
                || property.has("example")
                || property.path("items").has("examples");
    }
}
