package dev.rivulet.subscription;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** What a shop's catalog has published, as its events tell it, and what is signed of it. */
public final class Catalog {

    private static final String EVER = "2000-01-01";

    public final Shop shop;
    private final String currency;
    private final UUID proposition;

    private Catalog(Shop shop, String currency) {
        this.shop = shop;
        this.currency = currency;
        this.proposition = shop.proposition();
    }

    public static Catalog of(Shop shop) {
        return of(shop, "EUR");
    }

    public static Catalog of(Shop shop, String currency) {
        return new Catalog(shop, currency);
    }

    public UUID plan(String amount) {
        return plan(amount, Map.of());
    }

    /**
     * A published plan.
     *
     * @param more of its state, as {@code period} and {@code phases}
     */
    public UUID plan(String amount, Map<String, ?> more) {
        var id = UUID.randomUUID();
        var state = new HashMap<String, Object>();
        state.put("id", id);
        state.put("productId", shop.product);
        state.put("name", "Plan of " + amount);
        state.put("status", "PUBLISHED");
        state.put("planVersion", 1);
        state.put("price", money(amount));
        state.put("period", "MONTH");
        state.put("trialDays", 0);
        state.putAll(more);
        shop.send(Shop.PLANS, "dev.rivulet.catalog.plan.changed.v1", id, 1, state);
        await().atMost(60, SECONDS)
                .until(() -> shop.as("sales").get("/offers/" + id).statusCode() == 200);
        return id;
    }

    /** A plan whose seats cost an amount each, and nothing else does. */
    public UUID seatPlan(String perSeat, Map<String, ?> more) {
        var plan = plan("0.00", more);
        price(plan, "seat", Map.of("model", "PER_UNIT", "amount", perSeat), Map.of());
        return plan;
    }

    /** A price of one of a plan's components. */
    public void price(UUID plan, String component, Map<String, ?> terms, Map<String, ?> more) {
        var id = UUID.randomUUID();
        var state = new HashMap<String, Object>();
        state.put("id", id);
        state.put("planId", plan);
        state.put("productId", shop.product);
        state.put("component", component);
        state.put("currency", currency);
        state.put("terms", terms);
        state.put("validFrom", EVER);
        state.putAll(more);
        shop.send(Shop.PRICES, "dev.rivulet.catalog.price.changed.v1", id, 0, state);
        await().atMost(60, SECONDS)
                .untilAsserted(() -> assertThat(shop.as("sales")
                                .get("/offers/" + plan)
                                .<java.util.List<Object>>path("pricing.candidates.priceId"))
                        .contains(id.toString()));
    }

    public Map<String, Object> money(String amount) {
        return Map.of("amount", amount, "currency", currency);
    }

    /** An account whose days are those of UTC. */
    public UUID account() {
        return shop.account("UTC", currency);
    }

    /** One seat of a plan, from today on, for a new account. */
    public Contract sign(UUID plan) {
        return sign(account(), plan, Map.of());
    }

    public Contract sign(UUID account, UUID plan, Map<String, ?> more) {
        var signed = sign("", request(account, plan, more)).statusCode(201);
        return new Contract(shop, account, Shop.id(signed));
    }

    /** The same, rehearsed first, of an account that pays for itself. */
    public Contract signRehearsed(UUID account, UUID plan, Map<String, ?> more) {
        var request = request(account, plan, more);
        var signed = new Rehearsed(shop, account)
                .then(
                        () -> sign("?dryRun=true", request),
                        () -> sign("", request).statusCode(201));
        return new Contract(shop, account, Shop.id(signed));
    }

    private ValidatableResponse sign(String query, Map<String, Object> request) {
        return shop.as("sales").body(request).post("/subscriptions" + query).then();
    }

    public Map<String, Object> request(UUID account, UUID plan, Map<String, ?> more) {
        var body = new HashMap<String, Object>();
        body.put("accountId", account);
        body.put("planId", plan);
        body.put("propositionId", proposition);
        body.put("seats", 1);
        body.putAll(more);
        return body;
    }
}
