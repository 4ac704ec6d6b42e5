package dev.rivulet.subscription.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rivulet.subscription.Catalog;
import dev.rivulet.subscription.Invariants;
import dev.rivulet.subscription.Shop;
import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What invoices make of charges over the months: coupons, taxes, other currencies, add-ons, a start long ago. After Lago's
 * coupons_breakdown_spec, Kill Bill's TestWithTaxItems and TestAddonCreateAlignment, and Stripe's backdated subscriptions.
 */
@QuarkusTest
class BillingStoriesRestTest {

    private Shop shop;
    private Catalog catalog;

    private void open(String now, String currency) {
        shop = Shop.at(now);
        catalog = Catalog.of(shop, currency);
    }

    private void tax(String percent, boolean inclusive) {
        shop.as("billing")
                .body(Map.of(
                        "code", "vat",
                        "name", "VAT",
                        "percent", percent,
                        "inclusive", inclusive,
                        "validFrom", "2000-01-01"))
                .post("/tax-rates")
                .then()
                .statusCode(201);
        shop.as("billing")
                .body(List.of(Map.of("code", "vat")))
                .put("/tax-rules")
                .then()
                .statusCode(200);
    }

    private UUID withCoupon(Map<String, ?> coupon) {
        var body = new HashMap<String, Object>(Map.of("code", "LESS", "name", "Less"));
        body.putAll(coupon);
        shop.as("billing").body(body).post("/coupons").then().statusCode(201);
        var account = catalog.account();
        shop.as("sales")
                .body(Map.of("code", "LESS"))
                .post("/accounts/" + account + "/coupons")
                .then()
                .statusCode(201);
        return account;
    }

    private static Stream<String> figures(JsonNode document) {
        return Stream.of("subtotal", "discount", "tax", "total")
                .map(figure -> document.at("/" + figure + "/amount").asText());
    }

    private void shouldHold() {
        new Invariants(shop).shouldHold();
    }

    /** What is given back bears the discount and the tax that it was invoiced with. */
    @Test
    void shouldGiveBackWithCouponAndTax() {
        open("2025-01-01T10:00:00Z", "EUR");
        tax("20", false);
        var account = withCoupon(Map.of("duration", "FOREVER", "percent", "10"));
        var contract = catalog.sign(account, catalog.plan("31.00"), Map.of());
        assertThat(figures(contract.lastInvoice())).containsExactly("31.00", "3.10", "5.58", "33.48");
        shop.moveClock("2025-02-15T10:00:00Z");
        assertThat(figures(contract.lastInvoice())).containsExactly("31.00", "3.10", "5.58", "33.48");

        contract.decide("cancellations", Map.of("effective", "NOW"));

        // 14 of 28 days.
        assertThat(figures(contract.creditNotes().getFirst())).containsExactly("15.50", "1.55", "2.79", "16.74");
        shouldHold();
    }

    @ParameterizedTest
    @CsvSource({
        // What a coupon for a sum does not find on one invoice is not kept for the next.
        "REPEATING, 15.00, 2, 0.00 0.00 10.00 10.00",
        "ONCE,       4.00, 0, 6.00 10.00 10.00 10.00",
        "FOREVER,    9.99, 0, 0.01 0.01 0.01 0.01"
    })
    void shouldTakeASumOffAsManyInvoices(String duration, String amount, int periods, String totals) {
        open("2025-01-31T10:00:00Z", "EUR");
        var coupon = new HashMap<String, Object>(Map.of("duration", duration, "amount", catalog.money(amount)));
        if (periods > 0) {
            coupon.put("periods", periods);
        }
        var contract = catalog.sign(withCoupon(coupon), catalog.plan("10.00"), Map.of());

        shop.moveClock("2025-04-30T10:00:00Z");

        assertThat(contract.invoices().stream()
                        .map(invoice -> invoice.at("/total/amount").asText()))
                .containsExactly(totals.split(" "));
        shouldHold();
    }

    /** Days that were given back with their discount are charged again with it. */
    @ParameterizedTest
    @CsvSource({"ONCE, 0, 25.00 25.00 31.00", "REPEATING, 2, 25.00 25.00 25.00", "FOREVER, 0, 25.00 25.00 25.00"})
    void shouldKeepACouponWhenAFullCreditIsUndone(String duration, int periods, String totals) {
        open("2025-01-01T10:00:00Z", "EUR");
        var coupon = new HashMap<String, Object>(Map.of("duration", duration, "amount", catalog.money("6.00")));
        if (periods > 0) {
            coupon.put("periods", periods);
        }
        var contract = catalog.sign(withCoupon(coupon), catalog.plan("31.00"), Map.of());
        contract.decide("cancellations", Map.of("effective", "END_OF_PERIOD", "credit", "FULL"));
        assertThat(figures(contract.creditNotes().getFirst())).containsExactly("31.00", "6.00", "0.00", "25.00");

        contract.decide("changes/" + contract.changes().getLast().get("id").asText() + "/undoings", null);
        shop.moveClock("2025-02-01T10:00:00Z");

        assertThat(contract.invoices().stream()
                        .map(invoice -> invoice.at("/total/amount").asText()))
                .containsExactly(totals.split(" "));
        shouldHold();
    }

    /** Charged and given back whole before the billing day: what is left bears all of the coupon, and only what there is. */
    @ParameterizedTest
    @CsvSource({"true, 25.00", "false, 0.00"})
    void shouldSpendNoCouponOnWhatIsGivenBackAtOnce(boolean another, String total) {
        open("2025-01-01T10:00:00Z", "EUR");
        var account = withCoupon(Map.of("duration", "ONCE", "amount", catalog.money("6.00")));
        shop.as("sales")
                .header("If-Match", shop.as("sales").get("/accounts/" + account).getHeader("ETag"))
                .contentType("application/merge-patch+json")
                .body(Map.of("billingDay", 10))
                .patch("/accounts/" + account)
                .then()
                .statusCode(200);
        var contract = catalog.sign(account, catalog.plan("31.00"), Map.of());
        contract.decide("cancellations", Map.of("effective", "NOW", "credit", "FULL"));
        if (another) {
            catalog.sign(account, catalog.plan("31.00"), Map.of());
        }

        shop.moveClock("2025-01-10T10:00:00Z");

        assertThat(contract.lastInvoice().at("/total/amount").asText()).isEqualTo(total);
        shop.as("ops")
                .get("/accounts/" + account + "/coupons")
                .then()
                .body("items[0].usesLeft", equalTo(another ? 0 : 1));
        shouldHold();
    }

    /** A coupon that was spent on an invoice with an upgrade does not come back with what is given back later. */
    @Test
    void shouldSpreadACouponOverWhatAnUpgradeCosts() {
        open("2025-01-01T10:00:00Z", "EUR");
        var account = withCoupon(Map.of("duration", "REPEATING", "periods", 2, "percent", "50"));
        var contract = catalog.sign(account, catalog.plan("31.00"), Map.of());
        shop.moveClock("2025-01-11T10:00:00Z");
        contract.decide("plan-changes", Map.of("planId", catalog.plan("62.00")));
        // 42.00 at half, less 21.00 at half.
        assertThat(figures(contract.lastInvoice())).containsExactly("21.00", "10.50", "0.00", "10.50");
        shop.moveClock("2025-02-01T10:00:00Z");
        assertThat(figures(contract.lastInvoice())).containsExactly("62.00", "0.00", "0.00", "62.00");
        shouldHold();
    }

    @Test
    void shouldTaxYenInWholeYen() {
        open("2025-01-01T10:00:00Z", "JPY");
        tax("10", false);
        var account = withCoupon(Map.of("duration", "FOREVER", "percent", "15"));
        var contract = catalog.sign(account, catalog.plan("983"), Map.of());

        // 147.45 off, 83.6 tax.
        assertThat(figures(contract.lastInvoice())).containsExactly("983", "147", "84", "920");
        shop.moveClock("2025-01-11T10:00:00Z");
        contract.decide("cancellations", Map.of("effective", "NOW"));
        // 317 of 983 are used; 666 × 147 / 983 = 99.59; tax of 566.
        assertThat(figures(contract.creditNotes().getFirst())).containsExactly("666", "100", "57", "623");
        shouldHold();
    }

    /** Prices with tax inside: lines say what is within them. */
    @Test
    void shouldTakeTaxOutOfDinars() {
        open("2025-01-01T10:00:00Z", "KWD");
        tax("5", true);
        var contract = catalog.sign(catalog.plan("10.000"));

        // 10 × 5 / 105 = 0.47619.
        assertThat(figures(contract.lastInvoice())).containsExactly("9.524", "0.000", "0.476", "10.000");
        shouldHold();
    }

    /** Months counted from a year that began on a 31st. */
    @Test
    void shouldBillMonthlyAddOnsOfAYear() {
        open("2025-01-31T10:00:00Z", "EUR");
        var yearly = catalog.plan("365.00", Map.of("period", "YEAR"));
        var monthly = catalog.plan("28.00", Map.of("addOnOf", yearly));
        var base = catalog.sign(yearly);
        shop.moveClock("2025-02-10T10:00:00Z");
        var addOn = catalog.sign(base.account(), monthly, Map.of("baseSubscriptionId", base.id()));
        shop.moveClock("2025-04-30T10:00:00Z");
        base.decide("cancellations", Map.of("effective", "NOW"));

        assertThat(addOn.lines())
                .containsExactly(
                        "2025-02-10 RECURRING 2025-02-10..2025-02-28 18.00",
                        "2025-02-28 RECURRING 2025-02-28..2025-03-31 28.00",
                        "2025-03-31 RECURRING 2025-03-31..2025-04-30 28.00",
                        "2025-04-30 RECURRING 2025-04-30..2025-05-31 28.00",
                        "2025-04-30 NOTE 2025-04-30..2025-05-31 28.00");
        // 89 of 365 days are used.
        assertThat(base.lines("2025-04-30")).containsExactly("NOTE 2025-04-30..2026-01-31 276.00");
        shouldHold();
    }

    /** What began long ago is asked for at once, on one invoice. */
    @Test
    void shouldBillABackdatedStartOnOneInvoice() {
        open("2025-03-31T10:00:00Z", "EUR");
        var contract = catalog.sign(catalog.account(), catalog.plan("31.00"), Map.of("startDate", "2025-01-31"));

        assertThat(contract.lines())
                .containsExactly(
                        "2025-03-31 RECURRING 2025-01-31..2025-02-28 31.00",
                        "2025-03-31 RECURRING 2025-02-28..2025-03-31 31.00",
                        "2025-03-31 RECURRING 2025-03-31..2025-04-30 31.00");
        assertThat(contract.invoices()).hasSize(1);
        shouldHold();
    }

    /** Seats given up and taken again within a period cost nothing; more than it had cost their days. */
    @Test
    void shouldChargeTheMostSeatsOfAPeriod() {
        open("2025-04-01T10:00:00Z", "EUR");
        var contract = catalog.sign(catalog.account(), catalog.seatPlan("30.00", Map.of()), Map.of("seats", 5));
        shop.moveClock("2025-04-06T10:00:00Z");
        contract.decide("seat-changes", Map.of("seats", 3));
        shop.moveClock("2025-04-11T10:00:00Z");
        contract.decide("seat-changes", Map.of("seats", 5));
        assertThat(contract.lines("2025-04-11")).isEmpty();
        shop.moveClock("2025-04-21T10:00:00Z");
        contract.decide("seat-changes", Map.of("seats", 6));
        contract.decide("seat-changes", Map.of("seats", 4));

        shop.moveClock("2025-05-01T10:00:00Z");

        assertThat(contract.lines())
                .containsExactly(
                        "2025-04-01 RECURRING 2025-04-01..2025-05-01 150.00",
                        "2025-04-21 CREDIT 2025-04-21..2025-05-01 -50.00",
                        "2025-04-21 RECURRING 2025-04-21..2025-05-01 60.00",
                        "2025-05-01 RECURRING 2025-05-01..2025-06-01 120.00");
        shouldHold();
    }
}
