package dev.rivulet.kit.testing;

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
 * @param parameters its own, with those of its path
 */
public record Operation(
        String method, String path, @Nullable String mediaType, List<JsonNode> examples, List<Parameter> parameters) {

    /**
     * A parameter.
     *
     * @param isText whether any text is a value of it
     */
    public record Parameter(String name, String in, boolean isRequired, boolean isText) {

        static Parameter of(JsonNode api, JsonNode parameter) {
            var schema = parameter.path("schema");
            var type = schema.has("$ref") ? api.at(schema.path("$ref").asText().substring(1)) : schema;
            return new Parameter(
                    parameter.path("name").asText(),
                    parameter.path("in").asText(),
                    parameter.path("required").asBoolean(),
                    type.path("type").asText().equals("string") && !type.has("enum") && !type.has("format"));
        }
    }

    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    /** All of them. */
    public static List<Operation> all() throws IOException {
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
                            type == null ? List.of() : examples(api, content.path(type)),
                            operation
                                    .getValue()
                                    .path("parameters")
                                    .valueStream()
                                    .map(parameter -> Parameter.of(api, parameter))
                                    .toList()));
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

    public boolean isOfAVersion() {
        return parameters.stream().anyMatch(parameter -> parameter.name().equals("If-Match"));
    }

    public boolean isJson() {
        return mediaType != null && mediaType.endsWith("json") && !mediaType.contains("ndjson");
    }

    public boolean isAboutAThing() {
        return path.contains("{");
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
