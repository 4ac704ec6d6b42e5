package dev.rivulet.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rivulet.kit.testing.Sql;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A subscription of an account that pays for itself, and the decisions taken on it. */
public record Contract(Shop shop, UUID account, UUID id) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** What differs between a rehearsal and the real thing. */
    private static final Set<String> OF_THE_OCCASION =
            Set.of("id", "chargeId", "invoiceId", "creditNoteId", "number", "createdAt");

    /** Tables that the machinery writes whatever happens. */
    private static final String MACHINERY = "'outbox', 'inbox', 'idempotency_key', 'dead_letter'";

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
        var before = traces();
        var waiting = outbox();
        var preview = read(tryTo(command + "?dryRun=true", body).statusCode(200));
        assertThat(outbox()).as("events of a dry run").isLessThanOrEqualTo(waiting);
        assertThat(traces()).as("traces of a dry run").isEqualTo(before);

        var known = documents();
        var answer = tryTo(command, body).statusCode(200);
        var real = JSON.createObjectNode();
        real.set("subscription", read(answer));
        for (var kind : List.of("invoices", "creditNotes", "pending")) {
            var fresh = real.putArray(kind);
            list(kind).forEach(document -> {
                if (!known.contains(document.get("id").asText())) {
                    fresh.add(document);
                }
            });
        }
        assertThat(plain(preview)).as("what a dry run foretells").isEqualTo(plain(real));
        return answer;
    }

    private Set<String> documents() {
        var ids = new TreeSet<String>();
        for (var kind : List.of("invoices", "creditNotes", "pending")) {
            list(kind).forEach(document -> ids.add(document.get("id").asText()));
        }
        return ids;
    }

    private JsonNode list(String kind) {
        var path = switch (kind) {
            case "invoices" -> "/invoices?limit=200&accountId=" + account;
            case "creditNotes" -> "/credit-notes?limit=200&accountId=" + account;
            default -> "/charges?limit=200&status=PENDING&accountId=" + account;
        };
        return read(shop.as("billing").get(path).then().statusCode(200)).get("items");
    }

    /** Everything that is known of the tenant, table by table. */
    private List<String> traces() {
        var tables = Sql.column("SELECT c.relname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid"
                + " AND a.attname = 'tenant_id' WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition"
                + " AND c.relnamespace = 'public'::regnamespace AND c.relname NOT IN (" + MACHINERY + ") ORDER BY 1");
        return Sql.column(tables.stream()
                .map(table -> "SELECT '" + table + " ' || count(*) || ' ' || coalesce(md5(string_agg(t::text, ' '"
                        + " ORDER BY t::text)), '') FROM " + table + " t WHERE tenant_id = '" + shop.tenant + "'")
                .collect(Collectors.joining(" UNION ALL ")));
    }

    private long outbox() {
        return Sql.number("SELECT count(*) FROM outbox WHERE tenant_id = ?", shop.tenant);
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
