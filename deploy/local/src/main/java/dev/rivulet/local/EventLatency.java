package dev.rivulet.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * {@code ./deploy/bench/event-latency}: from the moment a subscription is asked for until the success-service shows its
 * seats, that is one REST call, one transaction, the relay, Kafka, the consumer's transaction and a reader that looks
 * every 2 ms. One subscription after the other, so that nothing queues: the latency of the path, not its capacity.
 */
final class EventLatency {

    private static final int WARM_UP = 50;
    private static final int USUAL_COUNT = 300;
    private static final Duration LOOK = Duration.ofMillis(2);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Map<String, Integer> ports;
    private final String token;

    private EventLatency(Map<String, Integer> ports, String token) {
        this.ports = ports;
        this.token = token;
    }

    public static void main(String[] given) throws IOException, InterruptedException {
        try {
            var arguments = Arguments.parse(given, Set.of(), Set.of(Arguments.DATA));
            var state = StackState.read(arguments.data())
                    .orElseThrow(() -> new LocalStackException("No stack runs on " + arguments.data() + "."));
            var token = Issuer.in(arguments.data())
                    .token("bench", "bench", Set.of("sales", "success"), Duration.ofHours(1), Map.of());
            var count = arguments.words().isEmpty()
                    ? USUAL_COUNT
                    : Integer.parseInt(arguments.words().getFirst());
            new EventLatency(state.ports(), token).measure(count);
        } catch (UsageException | LocalStackException | NumberFormatException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    private void measure(int count) throws IOException, InterruptedException {
        var plan = plan();
        var nanos = new long[count];
        for (var i = -WARM_UP; i < count; i++) {
            var account = create("subscription", "/accounts", """
                    {"name":"Bench %d","zone":"Europe/Berlin","currency":"EUR"}""".formatted(i));
            var order = "{\"accountId\":\"%s\",\"seats\":7,%s}".formatted(account, plan);
            var begun = System.nanoTime();
            create("subscription", "/subscriptions", order);
            awaitSeats(account, begun);
            if (i >= 0) {
                nanos[i] = System.nanoTime() - begun;
            }
        }
        Arrays.sort(nanos);
        System.out.printf(
                "subscription created → visible in success, %d times: p50 %.1f ms, p90 %.1f ms, p99 %.1f ms, max %.1f ms%n",
                count, at(nanos, 0.5), at(nanos, 0.9), at(nanos, 0.99), at(nanos, 1));
    }

    private static double at(long[] sorted, double share) {
        return sorted[(int) Math.min(sorted.length - 1L, Math.round(share * sorted.length))] / 1e6;
    }

    /** The part of an order that names what is ordered. */
    private String plan() throws IOException, InterruptedException {
        var product = create("catalog", "/products", "{\"name\":\"Bench\",\"kind\":\"SAAS\"}");
        var segment = create("catalog", "/segments", """
                {"name":"Bench heads","function":"CEO","companySize":"S","problem":"We do not know how fast it is"}""");
        var proposition = create("catalog", "/value-propositions", """
                {"productId":"%s","segmentId":"%s","oneLiner":"Fast","pains":["Slow"],"solution":"Events",
                 "arguments":[{"against":"TRADITIONAL_WAY","text":"Nightly files"},{"against":"COMPETITOR","text":"Polling"}],
                 "benefit":{"metric":"latency","unit":"ms","baseline":"1000","target":"10","withinDays":1}}""".formatted(product, segment));
        transition("/value-propositions/" + proposition + "/reviews");
        transition("/value-propositions/" + proposition + "/approvals", 1);
        var plan = create("catalog", "/plans", """
                {"productId":"%s","name":"Bench","period":"MONTH","price":{"amount":"1.00","currency":"EUR"}}""".formatted(product));
        transition("/plans/" + plan + "/publications");
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (get("subscription", "/offers/" + plan).path("propositions").isEmpty()) {
            pause(deadline);
        }
        return "\"planId\":\"%s\",\"propositionId\":\"%s\"".formatted(plan, proposition);
    }

    private void awaitSeats(String account, long begun) throws IOException, InterruptedException {
        while (get("success", "/customers/" + account).path("seats").asInt() != 7) {
            pause(begun + PATIENCE.toNanos());
        }
    }

    private static void pause(long deadline) throws InterruptedException {
        if (System.nanoTime() > deadline) {
            throw new LocalStackException("The event did not arrive within " + PATIENCE.toSeconds() + " s.");
        }
        Thread.sleep(LOOK);
    }

    private String create(String service, String path, String body) throws IOException, InterruptedException {
        return send(service, path, body, Map.of()).path("id").asText();
    }

    private void transition(String path) throws IOException, InterruptedException {
        transition(path, 0);
    }

    private void transition(String path, int version) throws IOException, InterruptedException {
        send("catalog", path, "", Map.of("If-Match", "\"" + version + "\""));
    }

    private JsonNode send(String service, String path, String body, Map<String, String> headers)
            throws IOException, InterruptedException {
        var request = request(service, path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        headers.forEach(request::header);
        var response = http.send(request.build(), BodyHandlers.ofString());
        if (response.statusCode() / 100 != 2) {
            throw new LocalStackException(path + " answered " + response.statusCode() + ": " + response.body());
        }
        return JSON.readTree(response.body());
    }

    private JsonNode get(String service, String path) throws IOException, InterruptedException {
        var response = http.send(request(service, path).build(), BodyHandlers.ofString());
        return JSON.readTree(response.body());
    }

    private HttpRequest.Builder request(String service, String path) {
        var port = Objects.requireNonNull(ports.get(service + "-service"), service);
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Authorization", "Bearer " + token);
    }
}
