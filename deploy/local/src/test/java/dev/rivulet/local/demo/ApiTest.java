package dev.rivulet.local.demo;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ApiTest {

    /** What the service answers, one after the other; a status of 0 breaks the connection. */
    private final ConcurrentLinkedQueue<Reply> replies = new ConcurrentLinkedQueue<>();

    private final List<String> requests = new ArrayList<>();
    private HttpServer server;
    private Api.Caller caller;

    private record Reply(int status, String body) {}

    @BeforeEach
    void startServer() throws IOException {
        server = start(0);
        caller = new Api(
                        Map.of(
                                "catalog",
                                "http://localhost:" + server.getAddress().getPort()),
                        role -> "token-" + role)
                .as("sales", "catalog");
    }

    @AfterEach
    void stopServer() {
        server.stop(0);
    }

    @Test
    void shouldRepeatTheSameRequestUntilItIsAnswered() {
        replies.add(new Reply(503, "{\"code\":\"unavailable\"}"));
        replies.add(new Reply(0, ""));
        replies.add(new Reply(409, "{\"code\":\"idempotency-key-in-use\"}"));
        replies.add(new Reply(201, "{\"id\":\"1\"}"));

        var created = caller.create("/products", "key-1", Api.object().put("name", "A"));

        assertEquals("1", created.path("id").asText());
        assertEquals(4, requests.size());
        assertEquals(Set.of("POST /products key-1 Bearer token-sales {\"name\":\"A\"}"), Set.copyOf(requests));
    }

    @Test
    void shouldWaitForAServiceThatIsBeingStartedAgain() throws Exception {
        int port = server.getAddress().getPort();
        server.stop(0);
        replies.add(new Reply(200, "{}"));
        var call = Thread.ofPlatform().start(() -> caller.get("/products"));
        // It waits for a length of time only between two attempts: the connection has been refused by then.
        await().until(() -> call.getState() == Thread.State.TIMED_WAITING);

        server = start(port);

        call.join();
        assertEquals(1, requests.size());
    }

    @Test
    void shouldNotRepeatWhatWasRefused() {
        replies.add(new Reply(422, "{\"code\":\"segment-everyone\"}"));

        var refusal = assertThrows(DemoException.class, () -> caller.create("/segments", "key", Api.object()));

        assertEquals(
                "catalog-service answers 422 to POST /segments: {\"code\":\"segment-everyone\"}", refusal.getMessage());
        assertEquals(1, requests.size());
    }

    @Test
    void shouldRecognizeATransitionWhoseAnswerWasLost() {
        replies.add(new Reply(200, "{\"status\":\"DRAFT\"}"));
        replies.add(new Reply(412, "{\"code\":\"etag-stale\"}"));
        replies.add(new Reply(200, "{\"status\":\"PUBLISHED\"}"));

        caller.transition("/plans/1", "publications", Api.hasStatus("PUBLISHED"), null);

        assertEquals(
                List.of("GET", "POST", "GET"),
                requests.stream().map(one -> one.split(" ", 2)[0]).toList());
    }

    @Test
    void shouldReadAListToItsEnd() {
        replies.add(new Reply(200, "{\"items\":[1,2],\"nextCursor\":\"abc\"}"));
        replies.add(new Reply(200, "{\"items\":[3]}"));

        assertEquals(3, caller.list("/invoices?status=PAID").size());
        assertEquals("GET /invoices?status=PAID&limit=200&cursor=abc null Bearer token-sales ", requests.getLast());
    }

    private HttpServer start(int port) throws IOException {
        var started = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port), 0);
        started.createContext("/", this::answer);
        started.start();
        return started;
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                + exchange.getRequestHeaders().getFirst("Idempotency-Key") + " "
                + exchange.getRequestHeaders().getFirst("Authorization") + " " + body);
        Reply reply = replies.remove();
        if (reply.status() > 0) {
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            byte[] bytes = reply.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(reply.status(), bytes.length);
            exchange.getResponseBody().write(bytes);
        }
        exchange.close();
    }
}
