package dev.rivulet.subscription.tax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.rivulet.subscription.Buyer;
import dev.rivulet.subscription.Shop;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    private ValidatableResponse combined(String code, List<String> components) {
        return shop.as("billing")
                .body(Map.of("code", code, "name", "Quebec", "components", components, "validFrom", "2024-01-01"))
                .post("/tax-rates")
                .then();
    }

    private void quebec(boolean inclusive) {
        rate("gst", "5", inclusive, "2024-01-01").statusCode(201);
        rate("qst", "9.975", inclusive, "2024-01-01").statusCode(201);
        combined("qc", List.of("gst", "qst"))
                .statusCode(201)
                .body("components", equalTo(List.of("gst", "qst")))
                .body("percent", nullValue())
                .body("inclusive", equalTo(inclusive));
        standard("qc").statusCode(200);
    }

    private static String rows(ValidatableResponse document) {
        var taxes = document.extract().jsonPath().getList("taxes");
        return taxes.stream()
                .map(row -> (Map<?, ?>) row)
                .map(row -> row.get("code") + " " + row.get("percent") + " of " + amount(row, "base") + ": "
                        + amount(row, "amount"))
                .collect(Collectors.joining(", "));
    }

    private static Object amount(Map<?, ?> row, String of) {
        return ((Map<?, ?>) row.get(of)).get("amount");
    }

    @ParameterizedTest
    @CsvSource({"false, 100.00, 114.98", "true, 114.98, 114.98"})
    void shouldOweSeveralTaxesAndGiveEachBack(boolean inclusive, String price, String total) {
        quebec(inclusive);
        var buyer = Buyer.of(shop, Map.of());
        buyer.charge(price);
        var invoice = buyer.invoice();

        var read = buyer.read(invoice)
                .body("subtotal.amount", equalTo("100.00"))
                .body("tax.amount", equalTo("14.98"))
                .body("total.amount", equalTo(total))
                .body("lines[0].taxPercent", equalTo(14.975f))
                .body("lines[0].taxInclusive", equalTo(inclusive));
        assertThat(rows(read)).isEqualTo("gst 5 of 100.00: 5.00, qst 9.975 of 100.00: 9.98");
        var part = new BigDecimal(price).divide(BigDecimal.valueOf(3), 2, RoundingMode.DOWN);
        var given = new ArrayList<String>();
        for (var amount : List.of(part, part, new BigDecimal(price).subtract(part.add(part)))) {
            var line = Map.of("position", 1, "amount", Buyer.eur(amount.toPlainString()));
            var note = buyer.command(invoice, "credit-notes", Map.of("reason", "Back", "lines", List.of(line)))
                    .statusCode(201);
            given.add(rows(note));
        }
        assertThat(given)
                .containsExactly(
                        "gst 5 of 33.33: 1.67, qst 9.975 of 33.33: 3.32",
                        "gst 5 of 33.33: 1.67, qst 9.975 of 33.33: 3.32",
                        "gst 5 of 33.34: 1.66, qst 9.975 of 33.34: 3.34");
        buyer.read(invoice).body("due.amount", equalTo("0.00"));
        buyer.booksAgree();
    }

    @Test
    void shouldShowEachTaxWithItsRate() {
        quebec(false);
        rate("qst", "10", false, "2024-03-15").statusCode(201);
        var buyer = Buyer.of(shop, Map.of());
        buyer.charge("100.00");
        buyer.charge("50.00", Map.of("taxCode", "gst"));
        var invoice = buyer.invoice();

        assertThat(rows(buyer.read(invoice))).isEqualTo("gst 5 of 150.00: 7.50, qst 10 of 100.00: 10.00");
        var page = shop.as("billing")
                .header("Accept", "text/html")
                .get("/invoices/" + invoice)
                .asString();
        assertThat(page).contains("VAT 5 %", "7.50 EUR", "VAT 10 %", "10.00 EUR");
    }

    @Test
    void shouldTakeADraftBackWithItsTaxes() {
        quebec(false);
        var buyer = Buyer.of(shop, Map.of("graceDays", 3));
        buyer.charge("100.00");
        var draft = buyer.invoice();
        buyer.read(draft).body("status", equalTo("DRAFT")).body("tax.amount", equalTo("14.98"));
        standard("gst").statusCode(200);

        shop.as("billing")
                .header("If-Match", buyer.read(draft).extract().header("ETag"))
                .delete("/invoices/" + draft)
                .then()
                .statusCode(204);

        assertThat(rows(buyer.read(buyer.invoice()))).isEqualTo("gst 5 of 100.00: 5.00");
    }

    @Test
    void shouldCombineWhatFitsTogether() {
        quebec(false);
        rate("vat", "20", true, "2024-01-01").statusCode(201);

        combined("a", List.of("gst", "hst")).statusCode(422).body("errors[0].code", equalTo("tax-code-unknown"));
        combined("a", List.of("gst", "qc"))
                .statusCode(422)
                .body("errors[0].code", equalTo("tax-rate-combined"))
                .body("errors[0].pointer", equalTo("/components/1"));
        combined("a", List.of("gst", "gst")).statusCode(422).body("errors[0].code", equalTo("tax-component-twice"));
        combined("a", List.of("gst", "vat")).statusCode(422).body("errors[0].code", equalTo("tax-rate-mixed"));
        combined("a", List.of("gst")).statusCode(400).body("errors[0].code", equalTo("tax-components-range"));
        combined("gst", List.of("vat", "qst")).statusCode(422).body("errors[0].code", equalTo("tax-rate-combined"));
        rate("gst", "6", true, "2025-01-01").statusCode(422).body("errors[0].code", equalTo("tax-rate-mixed"));
        shop.as("billing")
                .body(Map.of("code", "b", "name", "B", "validFrom", "2024-01-01"))
                .post("/tax-rates")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/percent"));
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
