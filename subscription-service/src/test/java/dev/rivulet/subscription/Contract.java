package dev.rivulet.subscription;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A subscription of an account that pays for itself, and the decisions taken on it. */
public record Contract(Shop shop, UUID account, UUID id) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** What differs between a rehearsal and the real thing. */
    private static final Set<String> OF_THE_OCCASION =
            Set.of("id", "chargeId", "invoiceId", "creditNoteId", "number", "createdAt");

    public String etag() {
        return shop.subscription(id).extract().header("ETag");
    }

    /** A decision on the subscription as it stands now. */
    public ValidatableResponse tryTo(String command, @Nullable Object body) {
        return tryTo(command, body, etag());
    }

    public ValidatableResponse tryTo(String command, @Nullable Object body, @Nullable String ifMatch) {
        var request = shop.as("sales");
        if (ifMatch != null) {
            request.header("If-Match", ifMatch);
        }
        if (body != null) {
            request.body(body);
        }
        return request.post("/subscriptions/" + id + "/" + command).then();
    }

    /** A decision that is rehearsed first: the rehearsal leaves no trace, and tells exactly what comes. */
    public ValidatableResponse decide(String command, @Nullable Object body) {
        return new Rehearsed(shop, account)
                .then(
                        () -> tryTo(command + "?dryRun=true", body),
                        () -> tryTo(command, body).statusCode(200));
    }

    private JsonNode list(String kind) {
        return new Rehearsed(shop, account).list(kind);
    }

    public static JsonNode read(ValidatableResponse response) {
        try {
            return JSON.readTree(response.extract().asString());
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    /** A document without what belongs to the occasion, readable when it differs. */
    public static String plain(JsonNode node) {
        var copy = node.deepCopy();
        copy.forEach(Contract::strip);
        return copy.toPrettyString();
    }

    private static void strip(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.remove(OF_THE_OCCASION);
        }
        node.forEach(Contract::strip);
    }

    // ---- what came of it

    /** What was invoiced of the subscription, then what was credited, if anything: day, kind, days and amount. */
    public List<String> lines() {
        var lines = new ArrayList<String>();
        for (var invoice : list("invoices")) {
            for (var line : invoice.get("lines")) {
                if (line.path("subscriptionId").asText().equals(id.toString())) {
                    lines.add(invoice.get("issueDate").asText() + " "
                            + line.get("kind").asText() + " " + days(line) + " " + amount(line));
                }
            }
        }
        for (var note : list("creditNotes")) {
            for (var line : note.get("lines")) {
                if (line.path("subscriptionId").asText().equals(id.toString())) {
                    lines.add(note.get("issueDate").asText() + " NOTE " + days(line) + " " + amount(line));
                }
            }
        }
        return lines.stream().filter(line -> !line.endsWith(" 0.00")).toList();
    }

    /** The lines of a day. */
    public List<String> lines(String day) {
        return lines().stream()
                .filter(line -> line.startsWith(day))
                .map(line -> line.substring(day.length() + 1))
                .toList();
    }

    private static String days(JsonNode line) {
        return line.get("periodStart").asText() + ".." + line.get("periodEnd").asText();
    }

    private static String amount(JsonNode line) {
        return line.at("/amount/amount").asText();
    }

    public JsonNode lastInvoice() {
        var invoices = list("invoices");
        return invoices.get(invoices.size() - 1);
    }

    public List<JsonNode> invoices() {
        var all = new ArrayList<JsonNode>();
        list("invoices").forEach(all::add);
        return all;
    }

    public List<JsonNode> creditNotes() {
        var all = new ArrayList<JsonNode>();
        list("creditNotes").forEach(all::add);
        return all;
    }

    public JsonNode view() {
        return read(shop.subscription(id));
    }

    public String balance() {
        return shop.as("billing")
                .get("/accounts/" + account + "/balance")
                .then()
                .statusCode(200)
                .extract()
                .path("balance.amount");
    }

    /** What was decided, oldest first. */
    public List<JsonNode> changes() {
        var all = new ArrayList<JsonNode>();
        read(shop.as("ops").get("/subscriptions/" + id + "/changes").then().statusCode(200))
                .get("items")
                .forEach(all::add);
        return all;
    }

    public String mrr() {
        List<Object> amounts = shop.as("ops")
                .get("/metrics/mrr")
                .then()
                .statusCode(200)
                .extract()
                .path("mrr.amount");
        return amounts.isEmpty() ? "0" : amounts.getFirst().toString();
    }
}
