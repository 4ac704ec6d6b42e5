package dev.rivulet.success;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rivulet.kit.testing.Operation;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/** Whoever copies an example out of the API's description gets what it shows, on a thing for which that makes sense. */
@QuarkusTest
class RequestExamplesTest {

    @Test
    void shouldTakeEveryExampleItShows() throws IOException {
        var places = new Places();
        var without = new ArrayList<Operation>();
        var all = new SoftAssertions();
        for (var operation : Operation.all()) {
            if (operation.mediaType() != null && operation.examples().isEmpty()) {
                without.add(operation);
            }
            for (var example : operation.examples()) {
                take(operation, places, example, all);
            }
        }
        all.assertAll();
        assertThat(without).as("show an example").isEmpty();
    }

    private static void take(Operation operation, Places places, JsonNode example, SoftAssertions all) {
        var at = places.at(operation.path());
        var body = places.filled(example);
        var version = places.admin()
                .get(operation.method().equals("POST") ? at.substring(0, at.lastIndexOf('/')) : at)
                .header("ETag");
        var request =
                places.admin().http().contentType(operation.mediaType()).body(body.getBytes(StandardCharsets.UTF_8));
        if (operation.isOfAVersion()) {
            request.header("If-Match", version == null ? "\"0\"" : version);
        }
        var answer = request.request(operation.method(), at);
        all.assertThat(answer.statusCode())
                .as(operation + " " + body + " " + answer.asString())
                .isBetween(200, 299);
        if (answer.statusCode() == 202) {
            all.assertThat(Caller.tree(answer.asString()).path("errors"))
                    .as(operation + " " + body)
                    .isEmpty();
        }
    }
}
