package dev.rivulet.subscription;

import static io.restassured.RestAssured.given;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;

import dev.rivulet.local.Tokens;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/** The people of a shop who sell, and the partners who bring them customers. */
public final class SalesDesk {

    public final Shop shop;

    public SalesDesk(Shop shop) {
        this.shop = shop;
    }

    public RequestSpecification asPartner(UUID partner) {
        return given().header(
                        "Authorization", Tokens.bearer(shop.tenant, Map.of("partner", partner.toString()), "partner"))
                .contentType(ContentType.JSON);
    }

    // ---- deals

    /** A prospect's deal without a line. */
    public Map<String, Object> deal() {
        var deal = new HashMap<String, Object>();
        deal.put("prospect", Map.of("name", "Northwind " + UUID.randomUUID(), "zone", "Europe/Berlin"));
        deal.put("productId", shop.product);
        deal.put("segmentId", UUID.randomUUID());
        deal.put("expectedAmount", money("1200.00"));
        deal.put("expectedClose", "2026-05-31");
        return deal;
    }

    /** With lines and the proposition: ready to be quoted and proposed. */
    public Map<String, Object> deal(UUID proposition, UUID... plans) {
        var deal = deal();
        deal.put("propositionId", proposition);
        var lines = new ArrayList<Map<String, Object>>();
        for (var plan : plans) {
            lines.add(Map.of("planId", plan, "seats", 25));
        }
        deal.put("lines", lines);
        return deal;
    }

    public ValidatableResponse tryOpen(Map<String, Object> deal) {
        return shop.as("sales").body(deal).post("/deals").then();
    }

    public UUID open(Map<String, Object> deal) {
        return Shop.id(tryOpen(deal).statusCode(201));
    }

    public ValidatableResponse read(UUID deal) {
        return shop.as("sales").get("/deals/" + deal).then().statusCode(200);
    }

    public String etag(String path) {
        return shop.as("admin").get(path).then().statusCode(200).extract().header("ETag");
    }

    public ValidatableResponse quote(UUID deal, String validUntil) {
        return shop.as("sales")
                .body(Map.of("validUntil", validUntil))
                .post("/deals/" + deal + "/quotes")
                .then();
    }

    public ValidatableResponse step(UUID deal, String step) {
        return step(deal, step, etag("/deals/" + deal));
    }

    public ValidatableResponse step(UUID deal, String step, String etag) {
        var request = shop.as("sales").header("If-Match", etag);
        if (step.equals("losses")) {
            request.body(Map.of("reason", "PRICE", "note", "Twice the competitor's"));
        }
        return request.post("/deals/" + deal + "/" + step).then();
    }

    /** Brings a quoted deal so far. */
    public void steps(UUID deal, String... steps) {
        for (var step : steps) {
            step(deal, step).statusCode(200);
        }
    }

    /** Opens a deal, quotes it and wins it. */
    public ValidatableResponse won(Map<String, Object> body, String validUntil) {
        var deal = open(body);
        quote(deal, validUntil).statusCode(201);
        steps(deal, "proposals", "negotiations", "contractings");
        return step(deal, "wins").statusCode(200);
    }

    // ---- partners

    /** An active partner; waits until the service has heard of it. */
    public UUID partner(String tier) {
        var id = UUID.randomUUID();
        publishPartner(id, 1, tier, "ACTIVE");
        // An active partner is refused for the product alone.
        await().atMost(60, SECONDS)
                .until(() -> "product-not-offered"
                        .equals(asPartner(id)
                                .body(Map.of("productId", UUID.randomUUID(), "customerName", "Nobody"))
                                .post("/deal-registrations")
                                .path("code")));
        return id;
    }

    public void publishPartner(UUID id, long version, String tier, String status) {
        var payload = new HashMap<String, Object>();
        payload.put("id", id);
        payload.put("name", "Alpenland IT");
        payload.put("role", "RESELLER");
        payload.put("countries", List.of("DE"));
        payload.put("regions", List.of());
        payload.put("status", status);
        if (tier != null) {
            payload.put("tier", tier);
        }
        shop.send(Shop.PARTNERS, "dev.rivulet.catalog.partner.changed.v1", id, version, payload);
    }

    public ValidatableResponse register(UUID partner, String customer) {
        return asPartner(partner)
                .body(Map.of("productId", shop.product, "customerName", customer))
                .post("/deal-registrations")
                .then();
    }

    public ValidatableResponse decide(UUID registration, String decision) {
        return decide(registration, decision, etag("/deal-registrations/" + registration));
    }

    public ValidatableResponse decide(UUID registration, String decision, String etag) {
        var request = shop.as("sales").header("If-Match", etag);
        if (decision.equals("rejections")) {
            request.body(Map.of("reason", "In talks since May"));
        }
        return request.post("/deal-registrations/" + registration + "/" + decision)
                .then();
    }

    public UUID approved(UUID partner, String customer) {
        var id = Shop.id(register(partner, customer).statusCode(201));
        decide(id, "approvals").statusCode(200);
        return id;
    }

    /** Carries out several calls at the same moment; their status codes in order of size. */
    public static List<Integer> atOnce(List<Callable<Integer>> calls) throws Exception {
        var barrier = new CyclicBarrier(calls.size());
        try (var threads = Executors.newFixedThreadPool(calls.size())) {
            var running = IntStream.range(0, calls.size())
                    .mapToObj(i -> threads.submit(() -> {
                        barrier.await();
                        return calls.get(i).call();
                    }))
                    .toList();
            var statuses = new ArrayList<Integer>();
            for (var future : running) {
                statuses.add(future.get());
            }
            return statuses.stream().sorted().toList();
        }
    }

    public static Map<String, String> money(String amount) {
        return Map.of("amount", amount, "currency", "EUR");
    }
}
