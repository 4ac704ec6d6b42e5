package dev.rivulet.catalog.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rivulet.local.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bodies whose length is not announced meet the limit of their path too. */
@QuarkusTest
class BulkBodyTest {

    @ParameterizedTest
    @CsvSource({
        "/activity-code-imports?scheme=TEST&edition=1, text/csv, 3000000, 202",
        "/catalog-imports, application/x-ndjson, 3000000, 202",
        "/segments, application/json, 3000000, 413",
        "/activity-code-imports/starters, text/csv, 3000, 202"
    })
    void shouldTakeBulkWhereBulkBelongs(String path, String type, int bytes, int status)
            throws IOException, InterruptedException {
        // One long JSON text, so that no reader gives up before the limit.
        var body = ("{\"name\": \"" + "x".repeat(bytes) + "\"}").getBytes(StandardCharsets.UTF_8);
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + path))
                .header("Authorization", Tokens.bearer("t-bulk-body", "admin"))
                .header("Content-Type", type)
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)))
                .build();
        try (var client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            assertThat(client.send(request, BodyHandlers.ofString()).statusCode())
                    .isEqualTo(status);
        }
    }
}
