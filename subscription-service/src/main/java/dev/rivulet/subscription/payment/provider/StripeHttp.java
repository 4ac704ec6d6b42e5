package dev.rivulet.subscription.payment.provider;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Stripe's HTTP API: forms in, JSON out. Neither keys nor bodies are ever logged. */
@Singleton
class StripeHttp {

    private static final Logger LOG = Logger.getLogger(StripeHttp.class);
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String API_VERSION = "2024-06-20";

    /**
     * An answer.
     *
     * @param status 0 where none came
     */
    record Answer(int status, JsonNode body) {}

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final StripeKeys keys;
    private final ObjectMapper json;

    StripeHttp(StripeKeys keys, ObjectMapper json) {
        this.keys = keys;
        this.json = json;
    }

    /** Posts a form; with the key a repetition is answered as the first time. */
    Answer post(String path, UUID idempotencyKey, Map<String, String> form) {
        return send(request(path)
                .header("Idempotency-Key", idempotencyKey.toString())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(encoded(form)))
                .build());
    }

    Answer get(String path, Map<String, String> query) {
        return send(request(query.isEmpty() ? path : path + "?" + encoded(query))
                .GET()
                .build());
    }

    private HttpRequest.Builder request(String path) {
        var key = keys.secretKey().orElseThrow(() -> new IllegalStateException("no Stripe key for the tenant"));
        return HttpRequest.newBuilder(URI.create(keys.baseUrl() + path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + key)
                .header("Stripe-Version", API_VERSION);
    }

    private Answer send(HttpRequest request) {
        try {
            var response = http.send(request, BodyHandlers.ofString());
            return new Answer(response.statusCode(), parsed(response.body()));
        } catch (IOException e) {
            LOG.warnf("Stripe did not answer: %s", e.getClass().getSimpleName());
            return new Answer(0, json.createObjectNode());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Answer(0, json.createObjectNode());
        }
    }

    private JsonNode parsed(@Nullable String body) throws IOException {
        return body == null || body.isBlank() ? json.createObjectNode() : json.readTree(body);
    }

    private static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
