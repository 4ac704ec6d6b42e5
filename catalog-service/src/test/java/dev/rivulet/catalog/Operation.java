package dev.rivulet.catalog;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * An operation as the API describes itself.
 *
 * @param mediaType of its body; null for none
 * @param examples of its body
 */
record Operation(String method, String path, @Nullable String mediaType, List<JsonNode> examples) {

    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    /** All of them. */
    static List<Operation> all() throws IOException {
        var api = new ObjectMapper()
                .readTree(given().queryParam("format", "JSON").get("/q/openapi").asString());
        var all = new ArrayList<Operation>();
        for (var path : api.path("paths").properties()) {
            for (var operation : path.getValue().properties()) {
                if (METHODS.contains(operation.getKey())) {
                    var content = operation.getValue().at("/requestBody/content");
                    var type = content.isMissingNode()
                            ? null
                            : content.fieldNames().next();
                    all.add(new Operation(
                            operation.getKey().toUpperCase(Locale.ROOT),
                            path.getKey(),
                            type,
                            type == null ? List.of() : examples(api, content.path(type))));
                }
            }
        }
        return all;
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

    boolean isAboutAThing() {
        return path.contains("{");
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
