package dev.rivulet.subscription.coupon;

import static dev.rivulet.subscription.Buyer.eur;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.rivulet.subscription.Buyer;
import dev.rivulet.subscription.Invariants;
import dev.rivulet.subscription.Shop;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CouponTest {

    private Shop shop;

    @BeforeEach
    void open() {
        shop = Shop.at("2024-03-15T10:00:00Z");
    }

    @AfterEach
    void shouldHold() {
        new Invariants(shop).shouldHold();
    }

    private ValidatableResponse make(Map<String, ?> more) {
        var body = new HashMap<String, Object>(Map.of("code", "WELCOME", "name", "Welcome", "duration", "ONCE"));
        body.putAll(more);
        return shop.as("billing").body(body).post("/coupons").then();
    }

    private ValidatableResponse redeem(Buyer buyer, String code) {
        return shop.as("sales")
                .body(Map.of("code", code))
                .post("/accounts/" + buyer.id + "/coupons")
                .then();
    }

    private static String total(Buyer buyer) {
        buyer.charge("100.00");
        return buyer.read(buyer.invoice()).extract().path("total.amount");
    }

    @Test
    void shouldDiscountAsManyInvoicesAsItHasPeriods() {
        make(Map.of("percent", "20", "duration", "REPEATING", "periods", 2)).statusCode(201);
        var buyer = Buyer.of(shop, Map.of());
        redeem(buyer, "WELCOME").statusCode(201).body("usesLeft", equalTo(2));

        assertThat(List.of(total(buyer), total(buyer), total(buyer))).containsExactly("80.00", "80.00", "100.00");
        shop.as("ops")
                .get("/accounts/" + buyer.id + "/coupons")
                .then()
                .body("items[0].uses", equalTo(2))
                .body("items[0].usesLeft", equalTo(0));
        buyer.booksAgree();
    }

    @Test
    void shouldComeBackWithAVoidInvoice() {
        make(Map.of("amount", eur("30.00"))).statusCode(201);
        var buyer = Buyer.of(shop, Map.of());
        redeem(buyer, "WELCOME").statusCode(201);
        buyer.charge("100.00");
        var invoice = buyer.invoice();
        buyer.read(invoice).body("discount.amount", equalTo("30.00"));

        buyer.command(invoice, "rebills", Map.of("reason", "Again"))
                .statusCode(201)
                .body("discount.amount", equalTo("30.00"));
        assertThat(total(buyer)).isEqualTo("100.00");
    }

    @Test
    void shouldStopWhenTakenAway() {
        make(Map.of("percent", "50", "duration", "FOREVER")).statusCode(201);
        var buyer = Buyer.of(shop, Map.of());
        String redemption = redeem(buyer, "WELCOME").statusCode(201).extract().path("id");
        assertThat(total(buyer)).isEqualTo("50.00");
        shop.as("sales")
                .delete("/accounts/" + buyer.id + "/coupons/" + redemption)
                .then()
                .statusCode(204);

        assertThat(total(buyer)).isEqualTo("100.00");
        shop.as("sales")
                .delete("/accounts/" + buyer.id + "/coupons/" + redemption)
                .then()
                .statusCode(404);
    }

    @Test
    void shouldHoldItsLimitWhenManyRedeemAtOnce() throws Exception {
        make(Map.of("percent", "10", "redemptionLimit", 3)).statusCode(201);
        var buyers = new ArrayList<Buyer>();
        for (var i = 0; i < 8; i++) {
            buyers.add(Buyer.of(shop, Map.of()));
        }
        var statuses = new ArrayList<Integer>();
        try (var threads = Executors.newFixedThreadPool(8)) {
            var answers = new ArrayList<Future<Integer>>();
            for (var buyer : buyers) {
                answers.add(
                        threads.submit(() -> redeem(buyer, "WELCOME").extract().statusCode()));
            }
            for (var answer : answers) {
                statuses.add(answer.get());
            }
        }

        assertThat(statuses).filteredOn(status -> status == 201).hasSize(3);
        assertThat(statuses).filteredOn(status -> status == 409).hasSize(5);
    }

    @Test
    void shouldRefuseWhatCannotBe() {
        make(Map.of()).statusCode(422).body("code", equalTo("coupon-percent-or-amount"));
        make(Map.of("percent", "10", "periods", 3)).statusCode(422).body("code", equalTo("coupon-periods"));
        make(Map.of("percent", "101")).statusCode(400).body("errors[0].code", equalTo("percent-range"));
        make(Map.of("amount", Map.of("amount", "5.00", "currency", "USD"), "limitPerAccount", 1))
                .statusCode(201);
        make(Map.of("percent", "10")).statusCode(409).body("code", equalTo("coupon-code-used"));
        make(Map.of("code", "OLD", "percent", "10", "validUntil", "2024-03-14")).statusCode(201);
        make(Map.of("code", "TWICE", "percent", "10", "limitPerAccount", 1)).statusCode(201);
        var buyer = Buyer.of(shop, Map.of());

        redeem(buyer, "WELCOME").statusCode(422).body("code", equalTo("currency-mismatch"));
        redeem(buyer, "OLD").statusCode(422).body("code", equalTo("coupon-over"));
        redeem(buyer, "NONE").statusCode(422).body("code", equalTo("coupon-unknown"));
        redeem(buyer, "TWICE").statusCode(201);
        redeem(buyer, "TWICE").statusCode(409).body("code", equalTo("coupon-redeemed"));
        Shop.live().as("sales").get("/coupons").then().body("items", hasSize(0));
    }
}
