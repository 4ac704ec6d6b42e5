package dev.rivulet.subscription.offer;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import dev.rivulet.subscription.Shop;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a plan costs a buyer, from the copies of the catalog's prices and books. */
@QuarkusTest
class OfferPricingTest {

    private final Shop shop = Shop.live();

    @Test
    void shouldPriceEveryComponentWithWhatBillingNeeds() {
        var plan = shop.plan("49.00");
        var seat = price(plan, "seat", perUnit("9.90"), Map.of("billing", "IN_ARREARS", "minimumCharge", "25.50"));
        var calls = price(
                plan,
                "api-calls",
                Map.of(
                        "model",
                        "USAGE",
                        "metric",
                        "calls",
                        "rating",
                        "PER_UNIT",
                        "amount",
                        "0.01",
                        "aggregation",
                        "MAX"),
                Map.of());

        awaitPrices(plan, seat, calls);
        shop.as("sales")
                .get("/offers/" + plan + "?quantity=25&date=2026-06-15")
                .then()
                .body("pricing.currency", equalTo("EUR"))
                .body("pricing.quantity", equalTo("25"))
                .body("pricing.date", equalTo("2026-06-15"))
                .body("pricing.planVersion", equalTo(1))
                .body("pricing.billing", equalTo("IN_ADVANCE"))
                .body("pricing.reason", nullValue())
                .body("pricing.components.component", contains("base", "api-calls", "seat"))
                .body("pricing.components.priceId", contains(null, calls.toString(), seat.toString()))
                .body("pricing.components.factor", contains("1", "1", "1"))
                .body("pricing.components.terms.model", contains("FLAT", "USAGE", "PER_UNIT"))
                .body("pricing.components.terms.amount", contains("49.00", "0.01", "9.90"))
                .body("pricing.components.aggregation", contains(null, "MAX", null))
                .body("pricing.components.billing", contains("IN_ADVANCE", "IN_ARREARS", "IN_ARREARS"))
                .body("pricing.components.minimumCharge", contains(null, null, "25.50"));
    }

    @Test
    void shouldFindTheClosestBookAndSayWhyTheOthersLost() {
        var plan = shop.plan("49.00");
        var germany = book("germany", Map.of("country", "DE"), "5");
        var gold = book(
                "gold",
                Map.of("country", "DE", "channel", "PARTNER", "partnerTier", "gold", "parentId", germany),
                "-10");
        var inGermany = price(plan, "base", flat("60.00"), Map.of("priceBookId", germany));

        awaitPrices(plan, inGermany);
        await().atMost(60, SECONDS)
                .until(() -> pricing(plan, "country=DE")
                        .getList("candidates.priceBookKey")
                        .contains("gold"));

        // Elsewhere nobody has a book: the plan's own price.
        var abroad = pricing(plan, "country=FR");
        assertThat(abroad.getList("components.priceId")).containsExactly((Object) null);
        assertThat(abroad.getList("components.terms.amount")).containsExactly("49.00");

        var direct = pricing(plan, "country=DE");
        assertThat(direct.getList("components.priceId")).containsExactly(inGermany.toString());
        assertThat(direct.getList("components.priceBookId")).containsExactly(germany.toString());
        assertThat(direct.getList("components.factor")).containsExactly("1");

        // The gold book has no price of its own: Germany's, a tenth off; not the list's, which is further.
        var partner = pricing(plan, "country=DE&channel=PARTNER&partnerTier=gold");
        assertThat(partner.getList("components.priceId")).containsExactly(inGermany.toString());
        assertThat(partner.getList("components.priceBookId")).containsExactly(gold.toString());
        assertThat(partner.getList("components.factor")).containsExactly("0.9");
        assertThat(partner.getList("candidates.won")).containsExactly(true, false, false);
        assertThat(partner.getList("candidates.reasons"))
                .containsExactly(List.of(), List.of("LESS_SPECIFIC"), List.of("LESS_SPECIFIC"));

        shop.send(
                Shop.PRICE_BOOKS,
                "dev.rivulet.catalog.price-book.changed.v1",
                gold,
                2,
                bookState(gold, "gold", "RETIRED"));
        await().atMost(60, SECONDS)
                .until(() -> pricing(plan, "country=DE&channel=PARTNER&partnerTier=gold")
                        .getList("components.priceBookId")
                        .equals(List.of(germany.toString())));
    }

    @Test
    void shouldSayWhyThereIsNoPrice() {
        var plan = shop.plan("49.00");
        var early = price(plan, "seat", perUnit("9.90"), Map.of("validFrom", "2030-01-01", "minimumQuantity", "5"));
        awaitPrices(plan, early);

        refuse(plan, "date=2026-06-15&quantity=10", "NO_PRICE_ON_DATE", "seat");
        refuse(plan, "date=2030-06-15&quantity=4", "NO_PRICE_FOR_QUANTITY", "seat");
        refuse(plan, "date=2030-06-15&quantity=10&currency=USD", "NO_PRICE_IN_CURRENCY", "base");
        assertThat(pricing(plan, "date=2030-06-15&quantity=5").getString("reason"))
                .isNull();

        shop.send(Shop.PRICES, "dev.rivulet.catalog.price.changed.v1", early, 2, null);
        await().atMost(60, SECONDS)
                .until(() -> pricing(plan, "date=2026-06-15")
                        .getList("components.component")
                        .equals(List.of("base")));
    }

    @Test
    void shouldKeepEveryVersionWithItsTerms() {
        var plan = shop.plan("49.00");
        shop.publishVersion(plan, 1, "49.00", "2026-01-10T09:00:00Z", Map.of());
        shop.publishVersion(
                plan,
                2,
                "59.00",
                "2026-03-01T09:00:00Z",
                Map.of(
                        "billing",
                        "IN_ARREARS",
                        "fixedTermPeriods",
                        12,
                        "minimumCommitment",
                        Map.of("amount", "80.00", "currency", "EUR"),
                        "phases",
                        List.of(Map.of("months", 2, "discountPercent", "12.5"))));
        await().atMost(60, SECONDS).until(() -> pricing(plan, "date=2026-03-01").getInt("planVersion") == 2);

        var later = pricing(plan, "date=2026-03-01");
        assertThat(later.getList("components.terms.amount")).containsExactly("59.00");
        assertThat(later.getList("components.billing")).containsExactly("IN_ARREARS");
        assertThat(later.getInt("fixedTermPeriods")).isEqualTo(12);
        assertThat(later.getString("minimumCommitment.amount")).isEqualTo("80.00");
        assertThat(later.getInt("phases[0].months")).isEqualTo(2);
        assertThat(later.getString("phases[0].discountPercent")).isEqualTo("12.5");

        var before = pricing(plan, "date=2026-02-28");
        assertThat(before.getInt("planVersion")).isEqualTo(1);
        assertThat(before.getList("components.terms.amount")).containsExactly("49.00");
        assertThat(before.getList("components.billing")).containsExactly("IN_ADVANCE");

        // A price in dollars does not make the commitment one in dollars.
        var dollars = price(plan, "base", flat("65.00"), Map.of("currency", "USD"));
        awaitPrices(plan, dollars);
        refuse(plan, "date=2026-03-01&currency=USD", "NO_PRICE_IN_CURRENCY", null);
        assertThat(pricing(plan, "date=2026-02-28&currency=USD").getString("reason"))
                .isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "currency=euro, ?currency, parameter-invalid",
        "country=Germany, ?country, parameter-invalid",
        "partnerTier=gold, ?partnerTier, parameter-invalid",
        "channel=SHOP, ?channel, parameter-invalid",
        "segmentId=x, ?segmentId, parameter-invalid",
        "date=tomorrow, ?date, parameter-invalid",
        "quantity=0, ?quantity, seats-range",
        "quantity=100001, ?quantity, seats-range",
        "seats=5, ?seats, unknown-parameter"
    })
    void shouldRefuseAQuestionItCannotAnswer(String query, String pointer, String code) {
        shop.as("sales")
                .get("/offers/" + shop.plan("49.00") + "?" + query)
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo(pointer))
                .body("errors[0].code", equalTo(code));
    }

    @Test
    void shouldShowPricesToTheirTenantOnly() {
        var plan = shop.plan("49.00");
        var seat = price(plan, "seat", perUnit("9.90"), Map.of());
        awaitPrices(plan, seat);

        Shop.live().as("admin").get("/offers/" + plan).then().statusCode(404);
        shop.as("partner").get("/offers/" + plan).then().statusCode(403);
    }

    @Test
    void shouldParkAPriceItCouldNotBill() {
        var plan = shop.plan("49.00");
        var price = price(plan, "seat", Map.of("model", "GRADUATED"), Map.of());

        await().atMost(60, SECONDS)
                .untilAsserted(
                        () -> assertThat(shop.as("ops").get("/dead-letters").<List<String>>path("items.key"))
                                .contains(price.toString()));
        shop.as("sales").get("/offers/" + plan).then().body("pricing.candidates.priceId", contains((Object) null));
    }

    private void refuse(UUID plan, String query, String reason, String component) {
        shop.as("sales")
                .get("/offers/" + plan + "?" + query)
                .then()
                .body("pricing.reason", equalTo(reason))
                .body("pricing.unpriced", equalTo(component))
                .body("pricing.components", empty());
    }

    private JsonPath pricing(UUID plan, String query) {
        return shop.as("sales")
                .get("/offers/" + plan + "?" + query)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .setRootPath("pricing");
    }

    private void awaitPrices(UUID plan, UUID... prices) {
        for (var price : prices) {
            await().atMost(60, SECONDS)
                    .untilAsserted(() -> shop.as("sales")
                            .get("/offers/" + plan)
                            .then()
                            .body("pricing.candidates.priceId", hasItem(price.toString())));
        }
    }

    private static Map<String, Object> perUnit(String amount) {
        return Map.of("model", "PER_UNIT", "amount", amount);
    }

    private static Map<String, Object> flat(String amount) {
        return Map.of("model", "FLAT", "amount", amount);
    }

    private UUID price(UUID plan, String component, Map<String, Object> terms, Map<String, Object> more) {
        var id = UUID.randomUUID();
        var state = new HashMap<String, Object>(Map.of(
                "id",
                id,
                "planId",
                plan,
                "productId",
                shop.product,
                "component",
                component,
                "currency",
                "EUR",
                "terms",
                terms,
                "validFrom",
                "2026-01-01",
                "inventedLater",
                "consumers ignore what they do not know"));
        state.putAll(more);
        shop.send(Shop.PRICES, "dev.rivulet.catalog.price.changed.v1", id, 0, state);
        return id;
    }

    private UUID book(String key, Map<String, Object> audience, String percent) {
        var id = UUID.randomUUID();
        var state = bookState(id, key, "IN_USE");
        state.putAll(audience);
        state.put("adjustments", List.of(Map.of("percent", percent)));
        shop.send(Shop.PRICE_BOOKS, "dev.rivulet.catalog.price-book.changed.v1", id, 0, state);
        return id;
    }

    private static Map<String, Object> bookState(UUID id, String key, String status) {
        return new HashMap<>(Map.of("id", id, "key", key, "status", status, "zone", "UTC", "adjustments", List.of()));
    }
}
