package dev.rivulet.subscription;

import static io.restassured.RestAssured.given;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rivulet.kit.outbox.Envelope;
import dev.rivulet.kit.outbox.Event;
import dev.rivulet.kit.testing.Topic;
import dev.rivulet.local.Tokens;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A tenant of its own with something to sell, and the service as its people call it. */
public final class Shop {

    public static final String PLANS = "catalog.plan.state.v1";
    public static final String PROPOSITIONS = "catalog.proposition.state.v1";
    public static final String PLAN_EVENTS = "catalog.plan.events.v1";
    public static final String PRICES = "catalog.price.state.v1";
    public static final String PRICE_BOOKS = "catalog.price-book.state.v1";
    public static final String PARTNERS = "catalog.partner.state.v1";
    public static final String CONTACT_ERASURES = "success.contact.events.v1";
    public static final String ACTIVITIES = "catalog.activity-assignment.state.v1";
    public static final Map<String, Object> BENEFIT =
            Map.of("metric", "soft-skills-score", "unit", "points", "baseline", "52", "target", "70", "withinDays", 90);

    private static final ObjectMapper JSON = new ObjectMapper();

    public final String tenant;
    public final UUID product = UUID.randomUUID();

    private Shop(String tenant) {
        this.tenant = tenant;
    }

    public static Shop live() {
        return new Shop("shop-" + UUID.randomUUID());
    }

    /** A shop with a test clock that stands. */
    public static Shop at(String now) {
        var shop = new Shop("sandbox-" + UUID.randomUUID());
        shop.moveClock(now).statusCode(200);
        return shop;
    }

    public RequestSpecification as(String... roles) {
        return given().header("Authorization", Tokens.bearer(tenant, roles)).contentType(ContentType.JSON);
    }

    public ValidatableResponse moveClock(String now) {
        return as("admin").body(Map.of("now", now)).post("/test-clock").then();
    }

    // ---- the catalog's part

    public UUID plan(String amount, String currency, int trialDays) {
        var id = UUID.randomUUID();
        publishPlan(id, 1, "PUBLISHED", amount, currency, trialDays);
        await().atMost(60, SECONDS).until(() -> as("sales").get("/offers/" + id).statusCode() == 200);
        return id;
    }

    public UUID plan(String amount) {
        return plan(amount, "EUR", 0);
    }

    public void publishPlan(UUID id, long version, String status, String amount, String currency, int trialDays) {
        var payload = new HashMap<String, Object>();
        payload.put("id", id);
        payload.put("productId", product);
        payload.put("key", null);
        payload.put("name", "Soft skills, monthly");
        payload.put("status", status);
        payload.put("planVersion", status.equals("DRAFT") ? 0 : 1);
        payload.put("price", Map.of("amount", amount, "currency", currency));
        payload.put("period", "MONTH");
        payload.put("trialDays", trialDays);
        payload.put("inventedLater", "consumers ignore what they do not know");
        send(PLANS, "dev.rivulet.catalog.plan.changed.v1", id, version, payload);
    }

    /** A version of a plan of a month, and what it means for those who have an older one. */
    public void publishVersion(UUID plan, int version, String amount, Map<String, ?> rollout) {
        publishVersion(plan, version, amount, "2025-01-15T09:00:00Z", Map.of("rollout", rollout));
    }

    /** The same at some time, with what else is said of it; for new customers alone where that says nothing else. */
    public void publishVersion(UUID plan, int version, String amount, String at, Map<String, ?> more) {
        var fact = new HashMap<String, Object>(Map.of(
                "id",
                plan,
                "productId",
                product,
                "planVersion",
                version,
                "name",
                "Team",
                "price",
                Map.of("amount", amount, "currency", "EUR"),
                "period",
                "MONTH",
                "rollout",
                Map.of("policy", "NEW_ONLY"),
                "publishedAt",
                at));
        fact.putAll(more);
        send(PLAN_EVENTS, "dev.rivulet.catalog.plan.published.v1", plan, version, fact);
    }

    public UUID proposition() {
        return proposition(product);
    }

    public UUID proposition(UUID ofProduct) {
        return proposition(ofProduct, UUID.randomUUID());
    }

    public UUID proposition(UUID ofProduct, UUID forSegment) {
        var id = UUID.randomUUID();
        publishProposition(id, ofProduct, forSegment, 1, "APPROVED");
        // Not shown before a plan of the product is published, so that the wait is for any answer that names it.
        var plan = UUID.randomUUID();
        send(PLANS, "dev.rivulet.catalog.plan.changed.v1", plan, 1, probe(plan, ofProduct));
        await().atMost(60, SECONDS)
                .until(() ->
                        as("sales").get("/offers/" + plan).body().asString().contains(id.toString()));
        return id;
    }

    public void publishProposition(UUID id, UUID ofProduct, long version, String status) {
        publishProposition(id, ofProduct, UUID.randomUUID(), version, status);
    }

    private void publishProposition(UUID id, UUID ofProduct, UUID forSegment, long version, String status) {
        send(
                PROPOSITIONS,
                "dev.rivulet.catalog.proposition.changed.v1",
                id,
                version,
                Map.of(
                        "id", id,
                        "productId", ofProduct,
                        "segmentId", forSegment,
                        "status", status,
                        "propositionVersion", 3,
                        "oneLiner", "The fastest soft-skills training of employees",
                        "benefit", BENEFIT));
    }

    private static Map<String, Object> probe(UUID plan, UUID product) {
        return Map.of(
                "id",
                plan,
                "productId",
                product,
                "name",
                "Probe",
                "status",
                "PUBLISHED",
                "planVersion",
                1,
                "price",
                Map.of("amount", "1.00", "currency", "EUR"),
                "period",
                "MONTH");
    }

    public void send(String topic, String type, UUID aggregate, long version, Object payload) {
        try {
            Topic.make(PLANS, PROPOSITIONS, PRICES, PRICE_BOOKS, PLAN_EVENTS, PARTNERS, ACTIVITIES, CONTACT_ERASURES);
            var event = new Event(
                    UUID.randomUUID().toString(),
                    "/rivulet/catalog",
                    type,
                    tenant,
                    aggregate.toString(),
                    version,
                    payload == null ? null : JSON.writeValueAsString(payload),
                    null);
            Topic.send(List.of(Envelope.write(topic, event, Instant.now())));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    // ---- our part

    public UUID account(String zone, String currency) {
        return id(as("sales")
                .body(Map.of("name", "Northwind", "zone", zone, "currency", currency))
                .post("/accounts")
                .then()
                .statusCode(201));
    }

    public UUID account() {
        return account("Europe/Berlin", "EUR");
    }

    public ValidatableResponse sign(UUID account, UUID plan, UUID proposition, String startDate) {
        var body = new HashMap<String, Object>();
        body.put("accountId", account);
        body.put("planId", plan);
        body.put("propositionId", proposition);
        body.put("seats", 25);
        if (startDate != null) {
            body.put("startDate", startDate);
        }
        return as("sales").body(body).post("/subscriptions").then();
    }

    public UUID subscribe(UUID account, UUID plan, UUID proposition, String startDate) {
        return id(sign(account, plan, proposition, startDate).statusCode(201));
    }

    public UUID subscribe(UUID account, UUID plan, UUID proposition) {
        return subscribe(account, plan, proposition, null);
    }

    /** A subscription of a new account at a new plan. */
    public UUID subscribed(String amount) {
        return subscribe(account(), plan(amount), proposition());
    }

    public ValidatableResponse subscription(UUID id) {
        return as("sales").get("/subscriptions/" + id).then().statusCode(200);
    }

    public ValidatableResponse cancel(UUID subscription) {
        return as("sales")
                .header("If-Match", subscription(subscription).extract().header("ETag"))
                .body(Map.of("effective", "END_OF_PERIOD"))
                .post("/subscriptions/" + subscription + "/cancellations")
                .then();
    }

    public List<Map<String, Object>> invoices(UUID subscription) {
        return as("billing")
                .queryParam("subscriptionId", subscription)
                .queryParam("limit", 200)
                .get("/invoices")
                .then()
                .statusCode(200)
                .extract()
                .path("items");
    }

    /** The lines of a subscription's invoices, in order. */
    @SuppressWarnings("unchecked")
    public List<Map<String, Object>> lines(UUID subscription) {
        return invoices(subscription).stream()
                .flatMap(invoice -> ((List<Map<String, Object>>) invoice.get("lines")).stream())
                .toList();
    }

    public List<Object> invoices(UUID subscription, String property) {
        return invoices(subscription).stream()
                .map(invoice -> invoice.get(property))
                .toList();
    }

    public ValidatableResponse pay(Object invoice, String amount, String currency, String reference, String on) {
        return as("billing")
                .body(Map.of(
                        "invoiceId", invoice,
                        "amount", Map.of("amount", amount, "currency", currency),
                        "method", "BANK_TRANSFER",
                        "reference", reference,
                        "receivedOn", on))
                .post("/payments")
                .then();
    }

    /** Adds a tax of so many percent to whatever is charged. */
    public void tax(String percent) {
        as("billing")
                .body(Map.of("code", "vat", "name", "VAT", "percent", percent, "validFrom", "2000-01-01"))
                .post("/tax-rates")
                .then()
                .statusCode(201);
        as("billing")
                .body(List.of(Map.of("code", "vat")))
                .put("/tax-rules")
                .then()
                .statusCode(200);
    }

    /** Takes so many percent off each invoice of an account. */
    public void discount(UUID account, String percent) {
        as("billing")
                .body(Map.of("code", "LESS", "name", "Less", "percent", percent, "duration", "FOREVER"))
                .post("/coupons")
                .then()
                .statusCode(201);
        as("sales")
                .body(Map.of("code", "LESS"))
                .post("/accounts/" + account + "/coupons")
                .then()
                .statusCode(201);
    }

    /** Closes the months of recurring revenue from this one on that are over; returns what was reported of each. */
    public List<JsonPath> closeMonths(YearMonth from) {
        var closed = new ArrayList<JsonPath>();
        for (var month = from; ; month = month.plusMonths(1)) {
            var answer = as("billing").body(Map.of("month", month.toString())).post("/metrics/mrr-closes");
            if ("mrr-month-open".equals(answer.path("code"))) {
                return closed;
            }
            closed.add(answer.then().statusCode(201).extract().jsonPath());
        }
    }

    public static UUID id(ValidatableResponse response) {
        return UUID.fromString(response.extract().path("id"));
    }
}
