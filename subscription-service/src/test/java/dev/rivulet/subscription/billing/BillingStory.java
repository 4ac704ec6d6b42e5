package dev.rivulet.subscription.billing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rivulet.subscription.Catalog;
import dev.rivulet.subscription.Contract;
import dev.rivulet.subscription.Invariants;
import dev.rivulet.subscription.Rehearsed;
import dev.rivulet.subscription.Shop;
import dev.rivulet.subscription.usage.Meter;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** A story of billing as it is written in JSON, played through the public API and the test clock. */
final class BillingStory {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String METRIC = "units";

    private final JsonNode json;
    private final Shop shop;
    private final Catalog catalog;
    private final String currency;
    private final Map<String, UUID> plans = new HashMap<>();
    private final Map<String, UUID> accounts = new HashMap<>();
    private final Map<String, Contract> contracts = new HashMap<>();
    private final List<String> payments = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();
    private Contract last;
    private Instant now;

    BillingStory(JsonNode json) {
        this.json = json;
        this.now = instant(json.get("start").asText());
        this.shop = Shop.at(now.toString());
        this.currency = json.path("currency").asText("EUR");
        this.catalog = Catalog.of(shop, currency);
        json.path("taxes").forEach(this::tax);
        if (json.has("taxRules")) {
            ok(shop.as("billing").body(json.get("taxRules").toString()).put("/tax-rules"));
        }
        json.path("accounts").properties().forEach(account -> accounts.put(account.getKey(), open(account.getValue())));
        if (accounts.isEmpty()) {
            accounts.put("main", open(JSON.createObjectNode()));
        }
        json.get("plans").properties().forEach(plan -> plans.put(plan.getKey(), publish(plan.getValue())));
        json.path("coupons").forEach(this::coupon);
    }

    private static Instant instant(String text) {
        return Instant.parse(text.length() == 10 ? text + "T10:00:00Z" : text);
    }

    private static JsonNode ok(Response response) {
        assertThat(response.statusCode()).as(response.asString()).isBetween(200, 299);
        return Contract.read(response.then());
    }

    private ObjectNode priced(ObjectNode node, String field) {
        if (node.has(field)) {
            node.set(field, money(node.get(field).asText()));
        }
        return node;
    }

    private ObjectNode money(String amount) {
        return JSON.createObjectNode().put("amount", amount).put("currency", currency);
    }

    private void tax(JsonNode rate) {
        var body =
                JSON.createObjectNode().put("name", rate.get("code").asText()).put("validFrom", "2000-01-01");
        body.setAll((ObjectNode) rate);
        ok(shop.as("billing").body(body.toString()).post("/tax-rates"));
    }

    private void coupon(JsonNode coupon) {
        var body = priced((ObjectNode) coupon.deepCopy(), "amount").put("name", "Less");
        body.remove("plans");
        coupon.path("plans")
                .forEach(plan ->
                        body.withArray("plans").add(plans.get(plan.asText()).toString()));
        ok(shop.as("billing").body(body.toString()).post("/coupons"));
    }

    private UUID open(JsonNode settings) {
        var body = JSON.createObjectNode()
                .put("name", "Northwind")
                .put("zone", "UTC")
                .put("currency", currency);
        body.setAll((ObjectNode) settings);
        if (body.has("parent")) {
            body.put("parentId", accounts.get(body.remove("parent").asText()).toString())
                    .put("rollUp", true);
        }
        return UUID.fromString(ok(shop.as("sales").body(body.toString()).post("/accounts"))
                .get("id")
                .asText());
    }

    private UUID publish(JsonNode plan) {
        var state = (ObjectNode) plan.deepCopy();
        state.remove(List.of("price", "prices"));
        priced(state, "minimumCommitment");
        state.path("phases").forEach(phase -> priced((ObjectNode) phase, "price"));
        if (state.has("addOnOf")) {
            state.put("addOnOf", plans.get(plan.get("addOnOf").asText()).toString());
        }
        var id = catalog.plan(plan.get("price").asText(), map(state));
        for (var price : plan.path("prices")) {
            var more = (ObjectNode) price.deepCopy();
            more.remove(List.of("component", "terms"));
            catalog.price(id, price.get("component").asText(), map(price.get("terms")), map(more));
        }
        return id;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(JsonNode node) {
        return JSON.convertValue(node, Map.class);
    }

    void play() {
        for (var step : json.get("steps")) {
            var at = instant(step.get("on").asText());
            if (at.isAfter(now)) {
                now = at;
                ok(shop.as("admin").body(Map.of("now", now.toString())).post("/test-clock"));
            }
            if (step.has("expect")) {
                expect(step.get("expect"), step.get("on").asText());
            } else if (step.has("use")) {
                use(step);
            } else {
                answered(step, act(step));
            }
        }
        shop.closeMonths(YearMonth.from(instant(json.get("start").asText()).atZone(ZoneOffset.UTC)));
        new Invariants(shop).shouldHold();
    }

    private static void answered(JsonNode step, Response response) {
        if (step.has("refused")) {
            assertThat(response.statusCode()).as(response.asString()).isIn(400, 409, 422);
            assertThat(response.asString()).contains("\"" + step.get("refused").asText() + "\"");
        } else {
            ok(response);
        }
    }

    private Response act(JsonNode step) {
        var account = accounts.get(step.path("account").asText("main"));
        var body = step.has("body") ? (ObjectNode) step.get("body").deepCopy() : JSON.createObjectNode();
        if (body.has("plan")) {
            body.put("planId", plans.get(body.remove("plan").asText()).toString());
        }
        if (step.has("sign")) {
            return sign(step, account, body);
        } else if (step.has("decide")) {
            return decide(step, body);
        } else if (step.has("command")) {
            return command(step, account, body.put("reason", "story"));
        } else if (step.has("pay")) {
            return pay(step, account);
        } else if (step.has("refund")) {
            body.set("amount", money(step.get("refund").asText()));
            body.put("reason", "story")
                    .put("source", step.path("source").asText("INVOICES"))
                    .put("target", step.path("target").asText("METHOD"));
            return shop.as("billing")
                    .body(body.toString())
                    .post("/payments/" + payments.get(step.get("payment").asInt() - 1) + "/refunds");
        } else if (step.has("charge")) {
            body.set("amount", money(step.get("charge").asText()));
            return shop.as("billing")
                    .body(body.put("description", "one-off").toString())
                    .post("/accounts/" + account + "/charges");
        } else if (step.has("credit")) {
            body.set("amount", money(step.get("credit").asText()));
            return shop.as("billing")
                    .body(body.put("reason", "story").toString())
                    .post("/accounts/" + account + "/credits");
        } else if (step.has("threshold")) {
            var threshold = JSON.createObjectNode();
            threshold.set("amount", money(step.get("threshold").asText()));
            return shop.as("billing").body(threshold.toString()).put("/accounts/" + account + "/usage-threshold");
        } else if (step.has("rules")) {
            return shop.as("billing").body(step.get("rules").toString()).put("/tax-rules");
        } else if (step.has("coupon")) {
            return shop.as("sales")
                    .body(body.put("code", step.get("coupon").asText()).toString())
                    .post("/accounts/" + account + "/coupons");
        }
        return patch(step.get("patch"), account);
    }

    private Response sign(JsonNode step, UUID account, ObjectNode body) {
        var plan = step.get("sign").asText();
        body.put("seats", step.path("seats").asInt(1));
        if (step.has("base")) {
            body.put(
                    "baseSubscriptionId",
                    contracts.get(step.get("base").asText()).id().toString());
        }
        var request = catalog.request(account, plans.get(plan), map(body));
        if (step.has("refused")) {
            return signing("", request).extract().response();
        }
        var signed = new Rehearsed(shop, payer(account))
                .then(
                        () -> signing("?dryRun=true", request),
                        () -> signing("", request).statusCode(201));
        last = new Contract(shop, account, Shop.id(signed));
        contracts.put(step.path("as").asText(plan), last);
        return signed.extract().response();
    }

    private ValidatableResponse signing(String query, Map<String, Object> request) {
        return shop.as("sales").body(request).post("/subscriptions" + query).then();
    }

    private UUID payer(UUID account) {
        return UUID.fromString(
                ok(shop.as("sales").get("/accounts/" + account)).get("payerId").asText());
    }

    /** Decisions that are not refused are rehearsed first. */
    private Response decide(JsonNode step, ObjectNode body) {
        var contract = step.has("of") ? contracts.get(step.get("of").asText()) : last;
        var command = step.get("decide").asText();
        if (command.equals("undo")) {
            command = "changes/" + contract.changes().getLast().get("id").asText() + "/undoings";
        }
        var sent = step.has("body") ? body.toString() : null;
        var answer = step.has("refused") || step.has("unrehearsed")
                ? contract.tryTo(command, sent)
                : contract.decide(command, sent);
        return answer.extract().response();
    }

    private Response command(JsonNode step, UUID account, ObjectNode body) {
        for (var line : step.path("lines")) {
            body.withArray("lines")
                    .addObject()
                    .put("position", line.get(0).asInt())
                    .set("amount", money(line.get(1).asText()));
        }
        var path = "/invoices/" + invoice(account, step.get("invoice").asInt());
        return shop.as("billing")
                .header("If-Match", shop.as("billing").get(path).header("ETag"))
                .body(body.toString())
                .post(path + "/" + step.get("command").asText());
    }

    private Response pay(JsonNode step, UUID account) {
        var body = JSON.createObjectNode()
                .put("method", "BANK_TRANSFER")
                .put("reference", UUID.randomUUID().toString())
                .put("receivedOn", now.toString().substring(0, 10));
        body.set("amount", money(step.get("pay").asText()));
        if (step.has("invoice")) {
            body.put("invoiceId", invoice(account, step.get("invoice").asInt()));
        } else {
            body.put("accountId", account.toString());
            step.path("first").forEach(number -> body.withArray("invoiceIds").add(invoice(account, number.asInt())));
        }
        var response = shop.as("billing").body(body.toString()).post("/payments");
        if (response.statusCode() == 201) {
            payments.add(response.path("id"));
        }
        return response;
    }

    private Response patch(JsonNode patch, UUID account) {
        var body = (ObjectNode) patch.deepCopy();
        if (body.has("parent")) {
            body.put("parentId", accounts.get(body.remove("parent").asText()).toString());
        }
        return shop.as("sales")
                .contentType("application/merge-patch+json")
                .header("If-Match", shop.as("sales").get("/accounts/" + account).header("ETag"))
                .body(body.toString())
                .patch("/accounts/" + account);
    }

    private void use(JsonNode step) {
        var account = accounts.get(step.path("account").asText("main"));
        var at = instant(step.path("at").asText(step.get("on").asText())).minusSeconds(3600);
        var meter = new Meter(shop);
        var days = LocalDate.ofInstant(at, ZoneOffset.UTC);
        var path = "/accounts/" + account + "/usage?metric=" + METRIC + "&from=" + days.minusDays(1) + "&to="
                + days.plusDays(2);
        var before = used(Contract.read(shop.as("billing").get(path).then()));
        Meter.send(meter.event(
                UUID.randomUUID().toString(),
                account,
                "u",
                METRIC,
                step.get("use").asText(),
                at));
        meter.eventually(
                path,
                usage -> assertThat(used(usage))
                        .isEqualByComparingTo(
                                before.add(new BigDecimal(step.get("use").asText()))));
    }

    private static BigDecimal used(JsonNode usage) {
        return usage.get("items").findValues("sum").stream()
                .map(sum -> new BigDecimal(sum.asText()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private String invoice(UUID account, int number) {
        return documents("invoices", account).get(number - 1).get("id").asText();
    }

    private JsonNode documents(String kind, UUID account) {
        return ok(shop.as("billing").get("/" + kind + "?limit=200&accountId=" + account))
                .get("items");
    }

    // ---- what came of it

    private void expect(JsonNode expected, String on) {
        if (expected.has("documents")) {
            var all = expected.get("documents");
            if (all.isArray()) {
                assertThat(news("main")).as(on).containsExactlyElementsOf(texts(all));
            } else {
                accounts.keySet()
                        .forEach(name -> assertThat(news(name))
                                .as(on + " of " + name)
                                .containsExactlyElementsOf(texts(all.path(name))));
            }
        }
        var account = accounts.get(expected.path("of").asText("main"));
        if (expected.has("balance")) {
            assertThat(ok(shop.as("billing").get("/accounts/" + account + "/balance"))
                            .at("/balance/amount")
                            .asText())
                    .as("balance on " + on)
                    .isEqualTo(expected.get("balance").asText());
        }
        if (expected.has("due")) {
            assertThat(documents("invoices", account)
                            .valueStream()
                            .map(invoice -> invoice.at("/due/amount").asText()))
                    .as("due on " + on)
                    .containsExactlyElementsOf(texts(expected.get("due")));
        }
        if (expected.has("mrr")) {
            assertThat(ok(shop.as("ops").get("/metrics/mrr"))
                            .at("/mrr/0/amount")
                            .asText("0"))
                    .as("recurring revenue on " + on)
                    .isEqualTo(expected.get("mrr").asText());
        }
        if (expected.has("movements")) {
            assertThat(ok(shop.as("ops").get("/metrics/movement-entries?limit=200"))
                            .get("items")
                            .valueStream()
                            .map(entry -> entry.get("movedOn").asText() + " "
                                    + entry.get("kind").asText() + " "
                                    + entry.at("/amount/amount").asText()))
                    .as("movements on " + on)
                    .containsExactlyElementsOf(texts(expected.get("movements")));
        }
    }

    private static List<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::asText).toList();
    }

    /** Documents that nobody has looked at yet. */
    private List<String> news(String account) {
        var news = new ArrayList<String>();
        for (var kind : List.of("invoices", "credit-notes")) {
            for (var document : documents(kind, accounts.get(account))) {
                if (seen.add(document.get("id").asText())) {
                    news.add(BillingStoryText.of(document, kind.equals("invoices")));
                }
            }
        }
        return news;
    }
}
