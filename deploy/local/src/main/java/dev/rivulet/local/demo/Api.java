package dev.rivulet.local.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The public APIs of the services. A service that is away for up to a minute only delays a call; because every POST
 * carries an idempotency key, one whose answer was lost is sent again without harm.
 */
final class Api {

    static final ObjectMapper JSON = new ObjectMapper();

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Duration TIMEOUT = Duration.ofMinutes(2);
    private static final Set<Integer> AWAY = Set.of(502, 503, 504);
    private static final Set<String> MOMENTARY = Set.of("idempotency-key-in-use", "concurrent-change");
    private static final int TRANSITION_ATTEMPTS = 5;
    private static final int PAGE = 200;

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final Map<String, String> urls;
    private final UnaryOperator<String> tokens;
    private final Map<String, String> tokenByRole = new ConcurrentHashMap<>();

    Api(Map<String, String> urls, UnaryOperator<String> tokens) {
        this.urls = urls;
        this.tokens = tokens;
    }

    /** An answer of a service; the body is missing where there was none. */
    record Answer(int status, JsonNode body, @Nullable String etag) {

        String code() {
            return body.path("code").asText();
        }

        boolean isGood() {
            return status >= 200 && status < 300;
        }
    }

    /** A user with one role at one service. */
    Caller as(String role, String service) {
        return new Caller(role, service);
    }

    final class Caller {

        private final String role;
        private final String service;

        private Caller(String role, String service) {
            this.role = role;
            this.service = service;
        }

        /** Creates something, once per key; answers its representation. */
        JsonNode create(String path, String key, JsonNode body) {
            return good("POST " + path, post(path, key, body, null)).body();
        }

        Answer post(String path, String key, @Nullable JsonNode body, @Nullable String etag) {
            var request = request(path).header("Idempotency-Key", key);
            if (etag != null) {
                request.header("If-Match", etag);
            }
            return send(request.POST(publisher(request, body)).build());
        }

        JsonNode get(String path) {
            return good("GET " + path, find(path)).body();
        }

        /** As {@link #get}, whatever the status. */
        Answer find(String path) {
            return send(request(path).build());
        }

        /** All items of a list, page by page. */
        List<JsonNode> list(String path) {
            var items = new ArrayList<JsonNode>();
            String paged = path + (path.contains("?") ? "&" : "?") + "limit=" + PAGE;
            String next = paged;
            while (next != null) {
                JsonNode page = get(next);
                page.path("items").forEach(items::add);
                String cursor = page.path("nextCursor").asText("");
                next = cursor.isEmpty() ? null : paged + "&cursor=" + cursor;
            }
            return items;
        }

        /**
         * Brings a thing into a state, unless it is there already. It reads before it writes, so that a transition whose
         * answer was lost is recognized and not taken for a conflict.
         */
        void transition(String path, String sub, Predicate<JsonNode> done, @Nullable JsonNode body) {
            for (int attempt = 1; ; attempt++) {
                Answer found = find(path);
                good("GET " + path, found);
                if (done.test(found.body())) {
                    return;
                }
                Answer answer = post(path + "/" + sub, "demo" + path + "/" + sub, body, found.etag());
                if (answer.isGood()) {
                    return;
                }
                boolean overtaken = answer.status() == 409 || answer.status() == 412;
                if (!overtaken || attempt == TRANSITION_ATTEMPTS) {
                    good("POST " + path + "/" + sub, answer);
                }
            }
        }

        private HttpRequest.Builder request(String path) {
            String url = Objects.requireNonNull(urls.get(service), service);
            return HttpRequest.newBuilder(URI.create(url + path))
                    .timeout(TIMEOUT)
                    .header("Authorization", "Bearer " + tokenByRole.computeIfAbsent(role, tokens))
                    .header("Accept", "application/json, application/problem+json");
        }

        private Answer good(String what, Answer answer) {
            if (!answer.isGood()) {
                throw new DemoException(service + "-service answers " + answer.status() + " to " + what + ": "
                        + (answer.body().isMissingNode() ? "(no body)" : answer.body()));
            }
            return answer;
        }

        private Answer send(HttpRequest request) {
            Instant deadline = Instant.now().plus(PATIENCE);
            for (long pause = 100; ; pause = Math.min(2 * pause, 2_000)) {
                boolean late = Instant.now().isAfter(deadline);
                try {
                    HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
                    Answer answer = answer(response);
                    if (late || !isMomentary(answer)) {
                        return answer;
                    }
                } catch (IOException e) {
                    if (late) {
                        throw new DemoException(
                                service + "-service could not be reached for " + PATIENCE.toSeconds() + " s: " + e, e);
                    }
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new DemoException("interrupted", e);
                }
                Work.pause(Duration.ofMillis(pause));
            }
        }
    }

    private static boolean isMomentary(Answer answer) {
        return AWAY.contains(answer.status()) || (answer.status() == 409 && MOMENTARY.contains(answer.code()));
    }

    private static BodyPublisher publisher(HttpRequest.Builder request, @Nullable JsonNode body) {
        if (body == null) {
            return BodyPublishers.noBody();
        }
        request.header("Content-Type", "application/json");
        return BodyPublishers.ofString(body.toString());
    }

    private static Answer answer(HttpResponse<String> response) throws JsonProcessingException {
        String body = response.body();
        boolean json = response.headers().firstValue("Content-Type").orElse("").contains("json");
        return new Answer(
                response.statusCode(),
                json && !body.isEmpty() ? JSON.readTree(body) : MissingNode.getInstance(),
                response.headers().firstValue("ETag").orElse(null));
    }

    static Predicate<JsonNode> hasStatus(String... wanted) {
        Set<String> any = Set.of(wanted);
        return thing -> any.contains(thing.path("status").asText());
    }

    static ObjectNode object() {
        return JSON.createObjectNode();
    }
}
