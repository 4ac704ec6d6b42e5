package dev.rivulet.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rivulet.kit.testing.Operation;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/** Whoever copies an example out of the API's description gets what it shows, on a thing for which that makes sense. */
@QuarkusTest
class RequestExamplesTest {

    /** Those that come signed by a provider: what they do is shown in the tests named here. */
    private static final Map<String, String> ELSEWHERE = Map.of(
            "/webhooks/card-sandbox/{endpoint}", "SandboxCallbackTest",
            "/webhooks/stripe/{endpoint}", "StripeTest");

    @Test
    void shouldTakeEveryExampleItShows() throws IOException {
        var without = new ArrayList<Operation>();
        var taken = new ArrayList<Operation>();
        var all = new SoftAssertions();
        for (var operation : Operation.all()) {
            if (operation.mediaType() != null && operation.examples().isEmpty()) {
                without.add(operation);
            }
            for (var example : operation.examples()) {
                if (!ELSEWHERE.containsKey(operation.path())) {
                    taken.add(operation);
                    all.check(() -> take(operation, example));
                }
            }
        }
        all.assertAll();
        assertThat(without).as("show an example").isEmpty();
        assertThat(taken).hasSizeGreaterThan(55);
    }

    private static void take(Operation operation, JsonNode example) {
        var place = new Place();
        var at = place.of(operation.path());
        var body = place.filled(example);
        var read = place.caller()
                .get(
                        operation.method().equals("PATCH") || !operation.isAboutAThing()
                                ? at
                                : at.substring(0, at.lastIndexOf('/')));
        var version = read.header("ETag");
        var answer = place.caller()
                .contentType(operation.mediaType())
                .header("If-Match", version == null ? "\"0\"" : version)
                .body(body.getBytes(StandardCharsets.UTF_8))
                .request(operation.method(), at);
        assertThat(answer.statusCode())
                .as(operation + " " + body + " " + answer.asString())
                .isBetween(200, 299);
    }
}
