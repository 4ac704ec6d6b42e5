package dev.rivulet.subscription;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rivulet.kit.testing.Sql;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/** What one path of the API is about, in a state in which what the path offers is possible: in spring 2026. */
final class Place {

    private static final String TODAY = "2026-05-01";

    private final Shop shop = Shop.at(TODAY + "T12:00:00Z");
    private final SalesDesk desk = new SalesDesk(shop);
    private final Map<String, Supplier<Object>> makers = Map.of(
            "accountId",
            shop::account,
            "planId",
            () -> shop.plan("49.00"),
            "propositionId",
            shop::proposition,
            "productId",
            () -> shop.product,
            "invoiceId",
            this::invoice,
            "partnerId",
            () -> desk.partner("gold"));
    private final Map<String, Object> made = new HashMap<>();

    RequestSpecification caller() {
        return shop.as("admin", "sales", "billing", "ops");
    }

    /** The thing of this name that examples refer to. */
    private Object thing(String name) {
        if (!made.containsKey(name)) {
            made.put(name, makers.get(name).get());
        }
        return made.get(name);
    }

    /** An example of a body, referring to things that are there. */
    String filled(JsonNode example) {
        var body = example.isTextual() ? example.asText() : example.toString();
        for (var name : makers.keySet()) {
            var reference = "(\"" + name + "\":\\s*\")[^\"]+";
            if (body.matches("(?s).*" + reference + ".*")) {
                body = body.replaceAll(reference, "$1" + thing(name));
            }
        }
        return body.contains("\"invoiceIds\"")
                ? body.replaceAll("(\"invoiceIds\":\\s*\\[)[^]]+", "$1\"" + thing("invoiceId") + "\"")
                : body;
    }

    /** The path with a new thing for each of its braces. */
    String of(String path) {
        var words = path.substring(1).split("/");
        switch (path) {
            case "/tax-rules" -> shop.tax("19");
            case "/collections" -> card("ok");
            case "/deal-registrations" -> shop.plan("49.00");
            case "/plan-rollouts" -> publishSecondVersion();
            case "/subscription-comparisons" -> {
                return path + "?importId=" + imported();
            }
            case "/invoice-minimums/{currency}/{method}" -> {
                return "/invoice-minimums/EUR/BANK_TRANSFER";
            }
            case "/legal-entities/{key}" -> {
                return "/legal-entities/acme";
            }
            case "/accounts/{id}/contacts/{contactId}" -> {
                var contacts = "/accounts/" + thing("accountId") + "/contacts";
                return contacts + "/"
                        + created(
                                contacts,
                                Map.of(
                                        "name",
                                        "Ada",
                                        "email",
                                        "ada@northwind.example",
                                        "function",
                                        "CEO",
                                        "locale",
                                        "de-DE"));
            }
            default -> {}
        }
        return path.contains("{")
                ? path.replace(
                        "{id}",
                        thing(words[0], words.length > 2 ? words[2] : "").toString())
                : path;
    }

    /** As if a run had found them. */
    private UUID tooManyLines() {
        var id = UUID.randomUUID();
        Sql.run("INSERT INTO billing_incident (tenant_id, id, payer_id, subscription_id, code, diagnosis, attempts,"
                + " first_at, last_at) SELECT tenant_id, '" + id + "', payer_id, subscription_id, 'too-many-lines',"
                + " '10226 lines at once', 1, now(), now() FROM billing_cursor WHERE subscription_id = '"
                + subscription("") + "'");
        return id;
    }

    private Object thing(String collection, String step) {
        return switch (collection) {
            case "accounts" -> {
                if (step.equals("coupons")) {
                    created(
                            "/coupons",
                            Map.of("code", "WELCOME-20", "name", "Less", "percent", "20", "duration", "ONCE"));
                }
                yield thing("accountId");
            }
            case "charges" -> Buyer.of(shop, Map.of()).charge("10.00");
            case "invoices" -> thing("invoiceId");
            case "subscriptions" -> subscription(step);
            case "payments" -> payment(step);
            case "billing-incidents" -> tooManyLines();
            case "disputes" ->
                created(
                        "/payments/" + payment("disputes") + "/disputes",
                        Map.of("amount", Buyer.eur("9.00"), "reason", "fraudulent"));
            case "bank-entries" -> entry(step.equals("resolutions") ? "-5.00" : "7.00");
            case "commission-rules" ->
                created(
                        "/commission-rules",
                        Map.of(
                                "name", "All",
                                "percent", "20",
                                "recurrence", "RECURRING",
                                "validFrom", "2026-01-01"));
            case "deal-registrations" -> {
                shop.plan("49.00");
                yield Shop.id(desk.register(desk.partner("gold"), "Northwind").statusCode(201));
            }
            case "deals" -> desk.open(desk.deal(shop.proposition(), shop.plan("49.00")));
            case "subscription-imports" -> imported();
            case "webhook-endpoints" ->
                created(
                        "/webhook-endpoints",
                        Map.of(
                                "url",
                                "https://hooks.example/",
                                "eventTypes",
                                List.of("*"),
                                "enabled",
                                !step.equals("reactivations")));
            default -> throw new IllegalArgumentException(collection);
        };
    }

    private Object subscription(String step) {
        var plan = shop.plan("49.00", "EUR", step.equals("trial-extensions") ? 14 : 0);
        var id = shop.subscribe(UUID.fromString(thing("accountId").toString()), plan, shop.proposition());
        if (step.equals("resumptions")) {
            caller().header("If-Match", "\"0\"")
                    .body(Map.of("on", TODAY))
                    .post("/subscriptions/" + id + "/pauses")
                    .then()
                    .statusCode(200);
        }
        return id;
    }

    /** For new customers alone. */
    private void publishSecondVersion() {
        var plan = UUID.fromString(thing("planId").toString());
        shop.publishVersion(plan, 2, "59.00", Map.of("policy", "NEW_ONLY"));
        await().atMost(60, SECONDS)
                .until(() -> caller().get("/plan-rollout-previews?planVersion=2&planId=" + plan)
                                .statusCode()
                        == 200);
    }

    private Object invoice() {
        var account = UUID.fromString(thing("accountId").toString());
        return shop.invoices(shop.subscribe(account, shop.plan("49.00"), shop.proposition()), "id")
                .getFirst();
    }

    private void card(String token) {
        created("/accounts/" + thing("accountId") + "/payment-methods", Map.of("type", "CARD_SANDBOX", "token", token));
    }

    /** By a card; one of which nobody knows what became of it where that is to be told. */
    private Object payment(String step) {
        thing("invoiceId");
        card(step.equals("resolutions") || step.equals("sandbox-outcomes") ? "timeout" : "ok");
        return caller().body(Map.of("accountId", thing("accountId")))
                .post("/collections")
                .then()
                .statusCode(201)
                .extract()
                .path("payment.id");
    }

    /** Money that nobody can tell whose it is, or that went back. */
    private Object entry(String amount) {
        var statement = "reference,booked_on,amount,currency,remittance,reversal\nB-1,2026-04-30," + amount + ",EUR,x,"
                + amount.startsWith("-") + "\n";
        caller().contentType("text/csv")
                .body(statement.getBytes(StandardCharsets.UTF_8))
                .post("/bank-statements")
                .then()
                .statusCode(201);
        return caller().get("/bank-entries").path("items[0].id");
    }

    /** A customer of another system with a subscription, tried and not real yet. */
    private Object imported() {
        var lines = """
                {"type":"account","row":{"externalId":"C-1","account":{"name":"N","zone":"UTC","currency":"EUR"}}}
                {"type":"subscription","row":{"externalId":"S-41","account":"C-1","planId":"%s","seats":1,\
                "startDate":"2026-01-31","chargedThrough":"2026-01-31"}}
                """.formatted(thing("planId"));
        var id = Shop.id(caller().contentType("application/x-ndjson")
                .body(lines.getBytes(StandardCharsets.UTF_8))
                .post("/subscription-imports")
                .then()
                .statusCode(202));
        await().atMost(60, SECONDS)
                .until(() -> "SHADOW"
                        .equals(caller().get("/subscription-imports/" + id).path("status")));
        return id;
    }

    private Object created(String path, Map<String, Object> body) {
        return caller().body(body).post(path).then().statusCode(201).extract().path("id");
    }
}
