package dev.rivulet.kit.testing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
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
        var api = new ObjectMapper().readTree(served("JSON"));
        api.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(entry -> METHODS.contains(entry.getKey()))
                        .forEach(entry -> gaps.addAll(gaps(entry.getKey() + " " + path.getKey(), entry.getValue()))));
        assertThat(gaps).isEmpty();
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
        return gaps;
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
