package dev.rivulet.subscription.tax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.rivulet.subscription.Buyer;
import dev.rivulet.subscription.Shop;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TaxTest {

    private Shop shop;

    @BeforeEach
    void open() {
        shop = Shop.at("2024-03-15T10:00:00Z");
    }

    private ValidatableResponse rate(String code, String percent, boolean inclusive, String from) {
        return shop.as("billing")
                .body(Map.of(
                        "code", code, "name", "VAT", "percent", percent, "inclusive", inclusive, "validFrom", from))
                .post("/tax-rates")
                .then();
    }

    private ValidatableResponse standard(String code) {
        return shop.as("billing")
                .body(List.of(Map.of("code", code)))
                .put("/tax-rules")
                .then();
    }

    @Test
    void shouldTaxByTheRateOfTheDay() {
        rate("vat", "19", false, "2024-01-01").statusCode(201);
        rate("vat", "21", false, "2024-04-01").statusCode(201);
        standard("vat").statusCode(200);
        var buyer = Buyer.of(shop, Map.of());
        buyer.charge("100.00");
        var march = buyer.invoice();
        shop.moveClock("2024-04-02T10:00:00Z").statusCode(200);
        buyer.charge("100.00");
        var april = buyer.invoice();

        buyer.read(march).body("tax.amount", equalTo("19.00")).body("total.amount", equalTo("119.00"));
        buyer.read(april).body("tax.amount", equalTo("21.00"));
        buyer.command(march, "credit-notes", Map.of("reason", "Back"))
                .statusCode(201)
                .body("tax.amount", equalTo("19.00"));
        buyer.booksAgree();
    }

    @Test
    void shouldFindTheTaxWithinPricesAndSpareTheExempt() {
        rate("vat", "20", true, "2024-01-01").statusCode(201);
        standard("vat").statusCode(200);
        var buyer = Buyer.of(shop, Map.of());
        buyer.charge("120.00");
        buyer.read(buyer.invoice())
                .body("subtotal.amount", equalTo("100.00"))
                .body("tax.amount", equalTo("20.00"))
                .body("total.amount", equalTo("120.00"));
        var exempt = Buyer.of(shop, Map.of("tax", Map.of("exemption", "Reverse charge", "country", "FR")));
        exempt.charge("120.00");
        exempt.read(exempt.invoice()).body("tax.amount", equalTo("0.00"));
        buyer.booksAgree();
    }

    @Test
    void shouldRefuseWhatCannotBe() {
        rate("vat", "19", false, "2024-01-01").statusCode(201);
        rate("vat", "20", false, "2024-01-01").statusCode(422).body("code", equalTo("tax-rate-order"));
        rate("vat", "120", false, "2025-01-01").statusCode(400).body("errors[0].code", equalTo("percent-range"));
        standard("gst").statusCode(422).body("code", equalTo("tax-code-unknown"));
        var plan = UUID.randomUUID();
        shop.as("billing")
                .body(List.of(Map.of("planId", plan, "code", "vat"), Map.of("planId", plan, "code", "vat")))
                .put("/tax-rules")
                .then()
                .statusCode(422)
                .body("code", equalTo("tax-rule-twice"));
        String id = shop.as("ops").get("/tax-rates").then().extract().path("items[0].id");
        shop.as("ops").get("/tax-rates/" + id).then().body("validTo", equalTo(null));
        Shop.live().as("ops").get("/tax-rates/" + id).then().statusCode(404);
        assertThat(shop.as("ops").get("/tax-rules").jsonPath().getList("$")).isEmpty();
    }
}
