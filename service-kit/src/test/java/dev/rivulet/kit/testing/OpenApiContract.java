package dev.rivulet.kit.testing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rivulet.kit.problem.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

/**
 * The committed {@code openapi.yaml} is what the service serves, and every operation in it is complete. Run with
 * {@code -Dopenapi.update=true} to write the file anew after a change of the API.
 */
public abstract class OpenApiContract {

    private static final Set<String> METHODS = Set.of("get", "put", "post", "patch", "delete");
    private static final Path COMMITTED = Path.of("openapi.yaml");

    @Test
    void committedContractIsTheOneServed() throws IOException {
        var served = served("YAML");
        if (Boolean.getBoolean("openapi.update")) {
            Files.writeString(COMMITTED, served);
        }
        assertThat(COMMITTED)
                .as("run the tests with -Dopenapi.update=true and commit openapi.yaml")
                .exists()
                .hasContent(served);
    }

    @Test
    void everyOperationIsComplete() throws IOException {
        var gaps = new ArrayList<String>();
        eachOperation(api(), (where, operation) -> gaps.addAll(gaps(where, operation)));
        assertThat(gaps).isEmpty();
    }

    /** Certain properties, or at least so many of several. */
    @Test
    void everyAnswerSaysWhatItAlwaysHolds() throws IOException {
        var api = api();
        var answered = new TreeMap<String, JsonNode>();
        eachOperation(
                api,
                (where, operation) -> operation
                        .path("responses")
                        .findValues("schema")
                        .forEach(schema -> collect(api, schema, true, answered)));
        assertThat(answered)
                .isNotEmpty()
                .allSatisfy((name, schema) -> assertThat(schema.path("required").size()
                                + schema.path("minProperties").asInt())
                        .as(name)
                        .isPositive());
    }

    @Test
    void everyProblemCodeIsListed() throws IOException {
        var listed = api().at("/components/schemas/Problem/properties/code/description")
                .asText();
        assertThat(Texts.english())
                .isNotEmpty()
                .allSatisfy((code, text) -> assertThat(listed).contains("- `" + code + "`: " + text));
    }

    @Test
    void noPatchAsksForMoreThanWhatChanges() throws IOException {
        var api = api();
        var patches = new TreeMap<String, JsonNode>();
        eachOperation(api, (where, operation) -> {
            if (where.startsWith("patch ")) {
                collect(api, operation.path("requestBody").findValue("schema"), false, patches);
            }
        });
        assertThat(patches)
                .allSatisfy((name, schema) ->
                        assertThat(schema.has("required")).as(name).isFalse());
    }

    /** What a text of an answer looks like, its type does not say; days, ids and names of constants say it themselves. */
    protected static Set<String> textsWithoutExample() throws IOException {
        var api = api();
        var answered = new TreeMap<String, JsonNode>();
        var without = new TreeSet<String>();
        eachOperation(api, (where, operation) -> answered(api, operation.path("responses"), answered));
        answered.forEach((name, schema) -> schema.path("properties").properties().stream()
                .filter(property -> isText(property.getValue()) && !hasExample(property.getValue()))
                .forEach(property -> without.add(name + " " + property.getKey())));
        assertThat(answered).hasSizeGreaterThan(60);
        return without;
    }

    private static void answered(JsonNode api, JsonNode part, Map<String, JsonNode> answered) {
        for (var reference : part.findValuesAsText("$ref")) {
            var schema = api.at(reference.substring(1));
            if (answered.put(reference, schema) == null) {
                answered(api, schema, answered);
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

    private static void eachOperation(JsonNode api, BiConsumer<String, JsonNode> action) {
        api.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(entry -> METHODS.contains(entry.getKey()))
                        .forEach(entry -> action.accept(entry.getKey() + " " + path.getKey(), entry.getValue())));
    }

    /** The objects a schema consists of, by name; those inside of lists on request. */
    private static void collect(JsonNode api, JsonNode schema, boolean inLists, Map<String, JsonNode> objects) {
        var name = schema.path("$ref").asText();
        if (!name.isEmpty()) {
            var component = api.at(name.substring(1));
            if (component.has("properties") && objects.put(name, component) == null) {
                component.path("properties").forEach(property -> collect(api, property, inLists, objects));
            }
        }
        schema.path("anyOf").forEach(choice -> collect(api, choice, inLists, objects));
        if (inLists && schema.has("items")) {
            collect(api, schema.path("items"), true, objects);
        }
    }

    private static List<String> gaps(String where, JsonNode operation) {
        var gaps = new ArrayList<String>();
        for (var part : List.of("operationId", "summary", "tags", "security")) {
            if (operation.path(part).isMissingNode()
                    || operation.path(part).isEmpty() && !operation.path(part).isTextual()) {
                gaps.add(where + ": " + part);
            }
        }
        for (var status : List.of("400", "401", "403")) {
            if (!operation.path("responses").has(status)) {
                gaps.add(where + ": " + status);
            }
        }
        operation.path("responses").properties().forEach(response -> {
            if (!response.getKey().equals("204") && response.getValue().findValue("schema") == null) {
                gaps.add(where + ": schema of " + response.getKey());
            }
        });
        return gaps;
    }

    private static JsonNode api() throws IOException {
        return new ObjectMapper().readTree(served("JSON"));
    }

    private static String served(String format) {
        return given().queryParam("format", format)
                .get("/q/openapi")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }
}
