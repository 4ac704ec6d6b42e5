package dev.rivulet.story;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rivulet.story.SpanSink.Span;
import io.restassured.http.ContentType;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** One trace from the caller through one service, its outbox and Kafka into the work of another. */
class TraceIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final RunningStack stack = RunningStack.shared();
    private final String tenant = "trace-" + UUID.randomUUID();

    @Test
    void shouldFollowAChangeFromTheCallerIntoAnotherService() {
        var trace = UUID.randomUUID().toString().replace("-", "");
        var caller = "00f067aa0ba902b7";

        given().header("Authorization", stack.bearer(tenant, "sales"))
                .header("traceparent", "00-" + trace + "-" + caller + "-01")
                .contentType(ContentType.JSON)
                .body("{\"name\":\"Northwind\",\"zone\":\"Europe/Berlin\",\"currency\":\"EUR\"}")
                .post(stack.subscription("/accounts"))
                .then()
                .statusCode(201);

        await().atMost(PATIENCE).untilAsserted(() -> {
            var request = span(trace, span -> span.name().equals("POST /accounts"));
            assertThat(request.service()).isEqualTo("subscription-service");
            assertThat(request.parent()).isEqualTo(caller);
            var effect = span(trace, span -> span.name().equals("success-accounts"));
            assertThat(effect.service()).isEqualTo("success-service");
            // The row remembers the span that wrote it, which the relay's thread knows nothing of.
            var writer = span(trace, span -> span.id().equals(effect.parent()));
            assertThat(writer.service()).isEqualTo("subscription-service");
        });
    }

    private Span span(String trace, Predicate<Span> wanted) {
        assertThat(stack.spans.ofTrace(trace)).filteredOn(wanted).hasSize(1);
        return stack.spans.ofTrace(trace).stream().filter(wanted).findFirst().orElseThrow();
    }
}
