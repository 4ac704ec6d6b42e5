package dev.rivulet.catalog.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import dev.rivulet.catalog.Caller;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PriceSimulationTest {

    private final Caller sales = Caller.as("sales");

    @Test
    void shouldCompareTheSamePurchaseByPlansAndQuantities() {
        var flat = Till.open(sales, "90.00");
        var seats = Till.open(sales, "0.00");
        seats.price("seat", null, "{\"model\": \"PER_UNIT\", \"amount\": \"10\"}");
        var free = Till.draft(sales, flat.product(), "1.00");
        sales.post("/price-simulations", """
                        {"planIds": ["%s", "%s", "%s"], "quantities": [3, "30"], "currency": "EUR",
                         "date": "2026-06-15"}""".formatted(flat.plan(), seats.plan(), free))
                .then()
                .statusCode(200)
                .body("rows.quantity", contains("3", "30", "3", "30", "3", "30"))
                .body("rows[0..3].total.amount", contains("90.00", "90.00", "30.00", "300.00"))
                .body("rows[0..3].ratioToCheapest", contains("3.00", "1.00", "1.00", "3.33"))
                .body("rows.cheapest", contains(false, true, true, false, false, false))
                .body("rows[4].outcome", equalTo("NO_PRICE"))
                .body("rows[4].reason", equalTo("PLAN_NOT_PUBLISHED"));
    }

    @Test
    void shouldCompareTheBuyersOfSeveralBooks() {
        var till = Till.open(sales, "100.00");
        var germany = till.book("\"key\": \"germany\", \"country\": \"DE\"");
        var gold =
                till.book("\"key\": \"gold\", \"channel\": \"PARTNER\", \"partnerTier\": \"gold\", \"percent\": -25");
        till.price("base", germany, "{\"model\": \"FLAT\", \"amount\": \"80\"}");
        sales.post("/price-simulations", """
                        {"planIds": ["%s"], "priceBookIds": ["%s", "%s"], "currency": "EUR", "date": "2026-06-15"}""".formatted(till.plan(), germany, gold))
                .then()
                .statusCode(200)
                .body("rows.priceBookId", contains(germany, gold))
                .body("rows.total.amount", contains("80.00", "75.00"))
                .body("rows.ratioToCheapest", contains("1.07", "1.00"));
    }

    @Test
    void shouldHaveNoRatioToNothing() {
        var nothing = Till.open(sales, "0.00");
        var something = Till.open(sales, "5.00");
        sales.post("/price-simulations", """
                        {"planIds": ["%s", "%s"], "currency": "EUR"}""".formatted(nothing.plan(), something.plan()))
                .then()
                .statusCode(200)
                .body("rows.ratioToCheapest", contains((Object) null, null))
                .body("rows.cheapest", contains(true, false));
    }

    @Test
    void shouldRefuseWhatItCannotCompare() {
        var till = Till.open(sales, "5.00");
        refused("{\"planIds\": [], \"currency\": \"EUR\"}", 400, "value-missing", "/planIds");
        refused(
                "{\"planIds\": [\"" + UUID.randomUUID() + "\"], \"currency\": \"EUR\"}",
                422,
                "plan-unknown",
                "/planIds/0");
        refused(
                "{\"planIds\": [\"%s\"], \"priceBookIds\": [\"%s\"], \"currency\": \"EUR\"}"
                        .formatted(till.plan(), UUID.randomUUID()),
                422,
                "price-book-unknown",
                "/priceBookIds/0");
        refused(
                "{\"planIds\": [\"%s\"], \"priceBookIds\": [\"%s\"], \"partnerTier\": \"gold\", \"currency\": \"EUR\"}"
                        .formatted(till.plan(), till.book("\"key\": \"germany\", \"country\": \"DE\"")),
                400,
                "partner-tier-channel",
                "/partnerTier");
        var many = ("\"" + till.plan() + "\",").repeat(20).replaceAll(",$", "");
        var quantities = "1,".repeat(20) + "1";
        refused(
                "{\"planIds\": [%s], \"quantities\": [%s], \"currency\": \"EUR\"}".formatted(many, quantities),
                400,
                "list-too-long",
                "/quantities");
        assertThat(sales.inRole("guest").post("/price-simulations", "{}").statusCode())
                .isEqualTo(403);
    }

    private void refused(String body, int status, String code, String pointer) {
        sales.post("/price-simulations", body)
                .then()
                .statusCode(status)
                .body("errors[0].code", equalTo(code))
                .body("errors[0].pointer", equalTo(pointer));
    }
}
