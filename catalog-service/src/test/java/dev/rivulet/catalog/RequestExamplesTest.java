package dev.rivulet.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rivulet.catalog.job.Finished;
import dev.rivulet.kit.testing.Operation;
import dev.rivulet.kit.testing.Sql;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever copies an example out of the API's description gets what it shows, on a thing for which that makes sense. */
@QuarkusTest
class RequestExamplesTest {

    private final Caller admin = new Caller("sandbox-" + UUID.randomUUID(), "admin");

    /** The examples' days are those of spring 2026, and it stays spring. */
    @BeforeEach
    void setTheClock() {
        Sql.run("INSERT INTO tenant_clock VALUES ('" + admin.tenant() + "', '2026-05-01T12:00:00Z')");
    }

    @Test
    void shouldTakeEveryExampleItShows() throws IOException {
        var places = new Places(admin);
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

    /** Those that no fresh thing can take: what they need comes about in the tests named here. */
    private static final Map<String, String> ELSEWHERE = Map.of(
            "/dead-letters/{id}/dismissals", "the kit's",
            "/dead-letters/{id}/replays", "the kit's",
            "/jobs/{id}/restarts", "JobResourceTest",
            "/value-propositions/{id}/promotions", "ContestTest");

    @Test
    void shouldTakeEveryStepThatNeedsNoBody() throws IOException {
        var places = new Places(admin);
        var all = new SoftAssertions();
        for (var operation : Operation.all()) {
            if (operation.mediaType() != null
                    || operation.method().equals("GET")
                    || ELSEWHERE.containsKey(operation.path())) {
                continue;
            }
            var at = operation.isAboutAThing() ? places.ready(operation.path()) : operation.path();
            var last = at.substring(at.lastIndexOf('/'));
            var version = operation.method().equals("DELETE")
                    ? admin.get(at).header("ETag")
                    : admin.get(at.substring(0, at.length() - last.length())).header("ETag");
            var answer = admin.http()
                    .header("If-Match", version == null ? "\"0\"" : version)
                    .request(operation.method(), at);
            all.assertThat(answer.statusCode())
                    .as(operation + " " + answer.asString())
                    .isBetween(200, 299);
        }
        all.assertAll();
    }

    @Test
    void shouldShowEveryList() throws IOException {
        var places = new Places(admin);
        places.at("/value-propositions/{id}/shares");
        var all = new SoftAssertions();
        for (var operation : Operation.all()) {
            if (!operation.method().equals("GET") || operation.isAboutAThing()) {
                continue;
            }
            var request = admin.http();
            for (var parameter : operation.parameters()) {
                if (parameter.isRequired()) {
                    request.queryParam(parameter.name(), places.value(parameter.name()));
                }
            }
            var answer = request.get(operation.path());
            all.assertThat(answer.statusCode())
                    .as(operation + " " + answer.asString())
                    .isEqualTo(200);
        }
        all.assertAll();
    }

    private void take(Operation operation, Places places, JsonNode example, SoftAssertions all) {
        var at = operation.isAboutAThing() ? places.at(operation.path()) : operation.path();
        var body = places.filled(example);
        var version = admin.get(operation.method().equals("PATCH") ? at : at.substring(0, at.lastIndexOf('/')))
                .header("ETag");
        var request = admin.http()
                .contentType(operation.mediaType())
                .header("If-Match", version == null ? "\"0\"" : version)
                .body(body.getBytes(StandardCharsets.UTF_8));
        if (operation.path().equals("/activity-code-imports")) {
            request.queryParam("scheme", "OKVED2").queryParam("edition", "1");
        }
        var answer = request.request(operation.method(), at);
        all.assertThat(answer.statusCode())
                .as(operation + " " + body + " " + answer.asString())
                .isBetween(200, 299);
        if (answer.statusCode() == 202) {
            var job = Finished.of(admin, answer);
            all.assertThat(job.getString("status") + " " + job.getLong("rowsRefused"))
                    .as(operation + " " + body)
                    .isEqualTo("SUCCEEDED 0");
        }
    }
}
