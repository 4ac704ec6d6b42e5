package dev.rivulet.subscription.payment;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Stripe as recorded: answers of its documented shape, and like Stripe the same answer to the same key. */
final class StripeStub implements AutoCloseable {

    /** What it was asked. */
    record Asked(String method, String path, String key, String authorization, Map<String, String> form) {}

    final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final Map<String, String> byKey = new ConcurrentHashMap<>();
    private final Map<String, String> intents = new ConcurrentHashMap<>();
    private final Map<String, String> refunds = new ConcurrentHashMap<>();
    private final HttpServer server;

    /** What it says of a refund when it is asked for one. */
    volatile String refundStatus = "succeeded";

    /** Whether it makes refunds of which nobody hears. */
    volatile boolean losesRefunds;

    StripeStub() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/v1/", this::answer);
        server.start();
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    private void answer(HttpExchange http) throws IOException {
        var body = new String(http.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        var headers = http.getRequestHeaders();
        var form = form(
                http.getRequestMethod().equals("GET") ? http.getRequestURI().getRawQuery() : body);
        var key = headers.getFirst("Idempotency-Key");
        asked.add(new Asked(
                http.getRequestMethod(), http.getRequestURI().getPath(), key, headers.getFirst("Authorization"), form));
        var answer = key == null
                ? read(http.getRequestURI().getPath(), form)
                : byKey.computeIfAbsent(key, each -> create(http, form));
        var status = answer.contains("\"error\"") ? 402 : answer.equals("broken") ? 500 : 200;
        var bytes = answer.getBytes(StandardCharsets.UTF_8);
        http.getResponseHeaders().add("Content-Type", "application/json");
        http.sendResponseHeaders(status, bytes.length);
        http.getResponseBody().write(bytes);
        http.close();
    }

    private String create(HttpExchange http, Map<String, String> form) {
        if (http.getRequestURI().getPath().equals("/v1/refunds")) {
            var id = form.get("metadata[refund_id]");
            var refund = "{\"id\":\"re_" + id + "\",\"object\":\"refund\",\"status\":\"" + refundStatus
                    + "\",\"metadata\":{\"refund_id\":\"" + id + "\"}}";
            refunds.put("re_" + id, refund);
            return losesRefunds ? "broken" : refund;
        }
        var payment = form.get("metadata[payment_id]");
        var intent = "{\"id\":\"pi_" + payment + "\",\"object\":\"payment_intent\",\"amount\":" + form.get("amount")
                + ",\"status\":\"succeeded\",\"metadata\":{\"payment_id\":\"" + payment + "\"}}";
        return switch (form.get("payment_method")) {
            case "pm_declined" ->
                "{\"error\":{\"code\":\"card_declined\",\"decline_code\":\"insufficient_funds\",\"type\":\"card_error\","
                        + "\"payment_intent\":{\"id\":\"pi_" + payment + "\"}}}";
            case "pm_lost" -> {
                // Charged, but the answer is lost on its way.
                intents.put(payment, intent);
                yield "broken";
            }
            default -> intent;
        };
    }

    private String read(String path, Map<String, String> query) {
        if (path.equals("/v1/refunds")) {
            return "{\"object\":\"list\",\"has_more\":false,\"data\":[" + settled(String.join(",", refunds.values()))
                    + "]}";
        }
        if (path.startsWith("/v1/refunds/")) {
            return settled(refunds.get(path.substring("/v1/refunds/".length())));
        }
        var payment = query.getOrDefault("query", "").replaceAll(".*:'(.*)'", "$1");
        return "{\"object\":\"search_result\",\"data\":[" + (intents.containsKey(payment) ? intents.get(payment) : "")
                + "]}";
    }

    /** A day later. */
    private static String settled(String refunds) {
        return refunds.replace("\"pending\"", "\"succeeded\"");
    }

    private static Map<String, String> form(String text) {
        var form = new TreeMap<String, String>();
        if (text != null && !text.isEmpty()) {
            for (var field : text.split("&")) {
                var at = field.indexOf('=');
                form.put(decoded(field.substring(0, at)), decoded(field.substring(at + 1)));
            }
        }
        return form;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
