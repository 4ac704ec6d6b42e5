package dev.rivulet.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rivulet.kit.testing.Operation;
import dev.rivulet.kit.testing.Operation.Parameter;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.assertj.core.api.SoftAssertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is wrong with a request whatever it is about is said of every operation of the API in the same way. */
@QuarkusTest
class OperationInputTest {

    private final Caller admin = Caller.as("admin");
    private final SoftAssertions all = new SoftAssertions();

    @Test
    void shouldRefuseParametersThatItDoesNotKnowOrCannotRead() throws IOException {
        var places = new Places(admin);
        for (var operation : Operation.all()) {
            var at = at(places, operation);
            refused(
                    sent(places, operation).queryParam("colour", "red").request(operation.method(), at),
                    operation,
                    400,
                    "unknown-parameter",
                    "?colour");
            for (var parameter : operation.parameters()) {
                if (parameter.in().equals("query") && !parameter.isText()) {
                    refused(
                            sent(places, operation)
                                    .queryParam(parameter.name(), "neither")
                                    .request(operation.method(), at),
                            operation,
                            400,
                            "parameter-invalid",
                            "?" + parameter.name());
                }
            }
        }
        all.assertAll();
    }

    @Test
    void shouldFindNothingAtWhatIsNoId() throws IOException {
        var places = new Places(admin);
        for (var operation : Operation.all()) {
            for (var parameter : operation.parameters()) {
                if (parameter.in().equals("path") && !parameter.isText()) {
                    var answer = sent(places, operation).request(operation.method(), misspelt(operation, parameter));
                    all.assertThat(answer.statusCode() + " " + answer.contentType())
                            .as(operation + " {" + parameter.name() + "} " + answer.asString())
                            .isEqualTo("404 application/problem+json");
                }
            }
        }
        all.assertAll();
    }

    @Test
    void shouldRefuseBodiesThatItCannotRead() throws IOException {
        var places = new Places(admin);
        for (var operation : Operation.all()) {
            if (operation.mediaType() == null) {
                continue;
            }
            var at = at(places, operation);
            refused(body(operation, "text/plain", "{}", at), operation, 415, "media-type-unsupported", null);
            if (!operation.isJson()) {
                continue;
            }
            refused(body(operation, operation.mediaType(), "{", at), operation, 400, null, null);
            refused(body(operation, operation.mediaType(), "[]", at), operation, 400, null, null);
            refused(body(operation, operation.mediaType(), "\"a\"", at), operation, 400, null, null);
            var more = (ObjectNode) new ObjectMapper()
                    .readTree(places.filled(operation.examples().getFirst()));
            more.put("colour", "red");
            refused(
                    body(operation, operation.mediaType(), more.toString(), at),
                    operation,
                    400,
                    "unknown-property",
                    "/colour");
        }
        all.assertAll();
    }

    @Test
    void shouldChangeNothingWithoutItsVersion() throws IOException {
        var places = new Places(admin);
        var found = 0;
        for (var operation : Operation.all()) {
            // What is restarted or replayed has failed, which nothing here has.
            if (operation.isOfAVersion() && !operation.path().startsWith("/dead-letters")) {
                found++;
                var at = operation.mediaType() == null ? places.ready(operation.path()) : places.at(operation.path());
                refused(of(places, operation, null, at), operation, 428, "version-required", null);
                refused(of(places, operation, "newest", at), operation, 400, "etag-invalid", "@If-Match");
                refused(of(places, operation, "W/\"0\"", at), operation, 400, "etag-invalid", "@If-Match");
                refused(of(places, operation, "\"999\"", at), operation, 412, "version-stale", null);
            }
        }
        assertThat(found).isGreaterThan(40);
        all.assertAll();
    }

    private static String at(Places places, Operation operation) {
        if (!operation.isAboutAThing()) {
            return operation.path();
        }
        return operation.path().startsWith("/dead-letters")
                ? operation.path().replace("{id}", UUID.randomUUID().toString())
                : places.at(operation.path()).replaceFirst("\\?.*", "");
    }

    private static String misspelt(Operation operation, Parameter parameter) {
        return operation
                .path()
                .replace("{" + parameter.name() + "}", "neither")
                .replace("{number}", "1")
                .replace("{form}", "one-page")
                .replaceAll("\\{\\w+}", UUID.randomUUID().toString());
    }

    private Response of(Places places, Operation operation, @Nullable String version, String at) {
        var request = admin.http();
        if (version != null) {
            request.header("If-Match", version);
        }
        return filled(request, places, operation).request(operation.method(), at);
    }

    private RequestSpecification sent(Places places, Operation operation) {
        return filled(admin.http().header("If-Match", "\"0\""), places, operation);
    }

    private static RequestSpecification filled(RequestSpecification request, Places places, Operation operation) {
        return operation.mediaType() == null
                ? request
                : request.contentType(operation.mediaType())
                        .body(places.filled(operation.examples().getFirst()).getBytes(StandardCharsets.UTF_8));
    }

    private Response body(Operation operation, String type, String body, String at) {
        return admin.http()
                .header("If-Match", "\"0\"")
                .contentType(type)
                .body(body.getBytes(StandardCharsets.UTF_8))
                .request(operation.method(), at);
    }

    private void refused(
            Response answer, Operation operation, int status, @Nullable String code, @Nullable String pointer) {
        var told = answer.asString();
        all.assertThat(answer.statusCode() + " " + answer.contentType())
                .as(operation + " " + told)
                .isEqualTo(status + " application/problem+json");
        if (code != null) {
            all.assertThat(told).as(operation.toString()).contains("\"" + code + "\"");
        }
        if (pointer != null) {
            all.assertThat(told).as(operation.toString()).contains("\"" + pointer + "\"");
        }
    }
}
