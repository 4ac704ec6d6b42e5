package dev.rivulet.catalog.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import dev.rivulet.catalog.Bodies;
import dev.rivulet.catalog.Caller;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class PriceQuoteResourceTest {

    private static final String SEATS = """
            {"model": "GRADUATED", "tiers": [{"upTo": "10", "unitPrice": "9.90"}, {"unitPrice": "7.90", "flatFee": "5"}]}""";

    @Test
    void shouldQuoteTheListPriceOfAPublishedPlan() {
        var till = Till.open();
        till.ask("\"quantity\": \"25\"")
                .then()
                .statusCode(200)
                .body("outcome", equalTo("PRICED"))
                .body("total.amount", equalTo("49.00"))
                .body("total.currency", equalTo("EUR"))
                .body("lines.component", contains("base"))
                .body("lines[0].steps[0].amount", equalTo("49.00"))
                .body("components[0].candidates[0].origin", equalTo("PLAN"))
                .body("components[0].candidates[0].won", equalTo(true))
                .body("components[0].candidates[0].reasons", empty())
                .body("unmetered", empty())
                .body("reason", nullValue());
    }

    @Test
    void shouldAddUpTheComponentsTierByTier() {
        var till = Till.open();
        till.price("seat", null, SEATS);
        till.price("calls", null, """
                {"model": "USAGE", "metric": "api-calls", "rating": "PACKAGE", "packageSize": 100, "amount": 2.95}""");
        till.price("payments", null, """
                {"model": "PERCENTAGE", "metric": "payments", "percent": "1.3", "feePerEvent": "2", "freeEvents": 2,
                 "freeAmount": "250"}""");
        till.ask("\"quantity\": 12, \"usage\": {\"api-calls\": \"350\", \"payments\": 800, \"lessons\": 3},"
                        + " \"events\": {\"payments\": 4}")
                .then()
                .statusCode(200)
                .body("lines.component", contains("base", "calls", "payments", "seat"))
                .body("lines.amount.amount", contains("49.00", "11.80", "11.15", "119.80"))
                .body("lines[1].metric", equalTo("api-calls"))
                .body("lines[1].quantity", equalTo("350"))
                .body("lines[3].steps.tier", contains(1, 2))
                .body("lines[3].steps.quantity", contains("10", "2"))
                .body("lines[3].steps.amount", contains("99.00", "20.80"))
                .body("total.amount", equalTo("191.75"))
                // Used, but nothing counts it: said, not hidden.
                .body("unmetered", contains("lessons"));
        // What is not used costs nothing.
        assertThat(till.quote("").getList("lines.amount.amount", String.class))
                .containsExactly("49.00", "0.00", "0.00", "9.90");
    }

    @Test
    void shouldNameEveryCandidateAndWhyItLost() {
        var till = Till.open();
        var germany = till.book("\"key\": \"germany\", \"country\": \"DE\"");
        var gold = till.book(
                "\"key\": \"gold\", \"channel\": \"PARTNER\", \"partnerTier\": \"gold\", \"percent\": \"-20\"");
        till.price("base", germany, "{\"model\": \"FLAT\", \"amount\": \"45\"}");
        var old = till.post(
                        "base",
                        null,
                        "{\"model\": \"FLAT\", \"amount\": \"40\"}",
                        "\"validFrom\": \"2025-01-01\", \"validTo\": \"2026-01-01\"")
                .path("id");

        var direct = till.quote("\"country\": \"DE\"");
        assertThat(direct.getString("total.amount")).isEqualTo("45.00");
        assertThat(reasonsOf(direct, "BOOK")).isEmpty();
        assertThat(reasonsOf(direct, "PLAN")).containsExactly("LESS_SPECIFIC");
        assertThat(reasonsOf(direct, "LIST")).containsExactly("NO_LONGER_VALID");
        assertThat(reasonsOf(direct, "INHERITED")).containsExactly("OTHER_CHANNEL", "OTHER_PARTNER_TIER");

        var partner = till.quote("\"country\": \"DE\", \"channel\": \"PARTNER\", \"partnerTier\": \"gold\"");
        assertThat(partner.getString("total.amount")).isEqualTo("39.20");
        assertThat(partner.getString("lines[0].priceBookId")).isEqualTo(gold);
        assertThat(partner.getString("lines[0].adjustments[0].percent")).isEqualTo("-20");
        assertThat(reasonsOf(partner, "BOOK")).containsExactly("LESS_SPECIFIC");

        var abroad = till.quote("\"country\": \"AT\"");
        assertThat(abroad.getString("total.amount")).isEqualTo("49.00");
        assertThat(reasonsOf(abroad, "BOOK")).containsExactly("OTHER_COUNTRY");
        assertThat(abroad.getList("components[0].candidates.priceId", String.class))
                .contains(old.toString());
        // In 2025 the price in no book went before the plan's own.
        assertThat(till.total("\"date\": \"2025-06-15\"")).isEqualTo("40.00");
    }

    @Test
    void shouldTakeAPriceFromTheParentBookWithItsPercentage() {
        var till = Till.open();
        var segment = till.sales().segment();
        var dach = till.book("\"key\": \"dach\", \"currency\": \"EUR\"");
        var germany =
                till.book("\"key\": \"germany\", \"country\": \"DE\", \"parentId\": \"" + dach + "\", \"percent\": 5");
        till.book("\"key\": \"hr\", \"segmentId\": \"" + segment + "\", \"parentId\": \"" + germany
                + "\", \"percent\": \"-10\"");
        till.price("seat", dach, "{\"model\": \"PER_UNIT\", \"amount\": \"9.99\"}");
        var quote = till.quote("\"quantity\": 7, \"segmentId\": \"" + segment + "\"");
        // 7 × 9.99 × 1.05 × 0.9 = 66.08385, rounded once; the book has no price for the base either.
        assertThat(quote.getList("lines.amount.amount", String.class)).containsExactly("49.00", "66.08");
        assertThat(quote.getList("lines[1].adjustments.percent", String.class)).containsExactly("5", "-10");
    }

    @Test
    void shouldAskForTheMinimumOfAComponentAsItIsBilled() {
        var till = Till.open();
        var gold = till.book("\"key\": \"gold\", \"channel\": \"PARTNER\", \"percent\": -50");
        var minimum = "\"validFrom\": \"2026-01-01\", \"minimumCharge\": \"25.005\"";
        till.post("seat", null, "{\"model\": \"PER_UNIT\", \"amount\": 10}", minimum)
                .then()
                .statusCode(201);
        till.ask("\"quantity\": 1")
                .then()
                .body("lines[1].amount.amount", equalTo("10.00"))
                .body("lines[1].topUp.amount", equalTo("15.01"))
                .body("total.amount", equalTo("74.01"));
        till.ask("\"quantity\": 3").then().body("lines[1].topUp", nullValue()).body("total.amount", equalTo("79.00"));
        // A book's percentage changes the price and not the minimum.
        till.ask("\"quantity\": 3, \"channel\": \"PARTNER\"")
                .then()
                .body("lines[1].priceBookId", equalTo(gold))
                .body("lines[1].amount.amount", equalTo("15.00"))
                .body("lines[1].topUp.amount", equalTo("10.01"))
                .body("total.amount", equalTo("49.51"));
    }

    @Test
    void shouldAskForThePlansCommitmentAndNeverConvertIt() {
        var sales = Caller.as("sales");
        var commitment = "{\"amount\": \"100.00\", \"currency\": \"EUR\"}";
        var till = Till.of(
                sales,
                "EUR",
                product -> Bodies.plan(product, "49.00")
                        .replace("\"trialDays\"", "\"minimumCommitment\": " + commitment + ", \"trialDays\""));
        till.price("seat", null, "{\"model\": \"PER_UNIT\", \"amount\": 10}");
        till.ask("\"quantity\": 3")
                .then()
                .body("lines.amount.amount", contains("49.00", "30.00"))
                .body("minimumCommitment.amount", equalTo("100.00"))
                .body("commitmentTopUp.amount", equalTo("21.00"))
                .body("total.amount", equalTo("100.00"));
        till.ask("\"quantity\": 6")
                .then()
                .body("minimumCommitment.amount", equalTo("100.00"))
                .body("commitmentTopUp", nullValue())
                .body("total.amount", equalTo("109.00"));
        sales.post("/price-simulations", """
                        {"planIds": ["%s"], "quantities": [3], "currency": "EUR", "date": "2026-06-15"}""".formatted(till.plan()))
                .then()
                .body("rows[0].total.amount", equalTo("100.00"));

        for (var component : List.of("base", "seat")) {
            sales.post("/prices", """
                            {"planId": "%s", "component": "%s", "currency": "USD", "validFrom": "2026-01-01",
                             "terms": {"model": "PER_UNIT", "amount": 55}}""".formatted(till.plan(), component)).then().statusCode(201);
        }
        till.ask("\"currency\": \"USD\"")
                .then()
                .body("outcome", equalTo("NO_PRICE"))
                .body("reason", equalTo("NO_PRICE_IN_CURRENCY"))
                .body("unpricedComponent", nullValue())
                .body("components[0].candidates[0].reasons", empty());
    }

    @Test
    void shouldChangeAPercentageFromADayOn() {
        var till = Till.open();
        var book = till.book("\"key\": \"partners\", \"channel\": \"PARTNER\", \"percent\": -10");
        till.change("/price-books/" + book + "/adjustments", "{\"percent\": \"-50\", \"from\": \"2026-07-01\"}")
                .then()
                .statusCode(200)
                .body("adjustments.percent", contains("-10", "-50"));
        assertThat(till.total("\"channel\": \"PARTNER\"")).isEqualTo("44.10");
        assertThat(till.total("\"channel\": \"PARTNER\", \"date\": \"2026-06-30\""))
                .isEqualTo("44.10");
        assertThat(till.total("\"channel\": \"PARTNER\", \"date\": \"2026-07-01\""))
                .isEqualTo("24.50");
    }

    @Test
    void shouldSayThatThereIsNoPrice() {
        var till = Till.open();
        till.ask("\"currency\": \"USD\"")
                .then()
                .statusCode(200)
                .body("outcome", equalTo("NO_PRICE"))
                .body("reason", equalTo("NO_PRICE_IN_CURRENCY"))
                .body("unpricedComponent", equalTo("base"))
                .body("total", nullValue())
                .body("lines", empty())
                .body("components[0].candidates[0].reasons", contains("OTHER_CURRENCY"));
    }

    @Test
    void shouldNeverLeaveOutAComponentSilently() {
        var till = Till.open();
        till.post("seat", null, SEATS, "\"validFrom\": \"2026-09-01\"");
        till.ask("")
                .then()
                .body("reason", equalTo("NO_PRICE_ON_DATE"))
                .body("unpricedComponent", equalTo("seat"))
                .body("lines", empty());
        till.post("onboarding", null, SEATS, "\"validFrom\": \"2026-01-01\", \"minimumQuantity\": 5");
        till.ask("\"date\": \"2026-09-01\"")
                .then()
                .body("reason", equalTo("NO_PRICE_FOR_QUANTITY"))
                .body("unpricedComponent", equalTo("onboarding"));
        assertThat(till.quote("\"date\": \"2026-09-01\", \"quantity\": 5").getString("outcome"))
                .isEqualTo("PRICED");
    }

    @Test
    void shouldSpareABuyerWhatIsOnlyForOthers() {
        var till = Till.open();
        var partners = till.book("\"key\": \"partners\", \"channel\": \"PARTNER\"");
        till.price("enablement", partners, "{\"model\": \"FLAT\", \"amount\": \"100\"}");
        assertThat(till.total("")).isEqualTo("49.00");
        assertThat(till.quote("").getList("components.forTheBuyer", Boolean.class))
                .containsExactly(true, false);
        assertThat(till.total("\"channel\": \"PARTNER\"")).isEqualTo("149.00");
    }

    @Test
    void shouldNotSellADraft() {
        var sales = Caller.as("sales");
        var product = sales.product();
        var till = new Till(sales, product, Till.draft(sales, product, "49.00"));
        till.ask("").then().statusCode(200).body("reason", equalTo("PLAN_NOT_PUBLISHED"));
        till.price("base", null, "{\"model\": \"FLAT\", \"amount\": \"45\"}");
        till.ask("")
                .then()
                .body("outcome", equalTo("NO_PRICE"))
                .body("reason", equalTo("PLAN_NOT_PUBLISHED"))
                .body("components[0].candidates[0].reasons", contains("PLAN_NOT_PUBLISHED"));
    }

    @Test
    void shouldNotSellAPlanAfterItsRetirement() {
        var till = Till.open();
        var book = till.book("\"key\": \"austria\", \"country\": \"AT\"");
        till.price("base", book, "{\"model\": \"FLAT\", \"amount\": \"45\"}");
        var later = "\"date\": \"2999-01-01\", \"country\": \"AT\"";
        assertThat(till.total(later)).isEqualTo("45.00");

        till.sales()
                .advance("/products/" + till.product(), "retirements")
                .then()
                .statusCode(200);

        till.ask(later)
                .then()
                .body("outcome", equalTo("NO_PRICE"))
                .body("reason", equalTo("PLAN_NOT_PUBLISHED"))
                .body("components[0].candidates.reasons.flatten()", hasItem("PLAN_NOT_PUBLISHED"));
        assertThat(till.total("\"date\": \"2020-01-01\"")).isEqualTo("49.00");
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 1.00", "3, 3, 3.00", "0, 0.005, 0.01", "0, 0.0049, 0.00", "1000000, 0.0000001, 0.10"})
    void shouldRoundALineOnce(String quantity, String unit, String expected) {
        var till = Till.open(Caller.as("sales"), "0");
        till.price(
                "seat",
                null,
                "0".equals(quantity)
                        ? "{\"model\": \"FLAT\", \"amount\": \"" + unit + "\"}"
                        : "{\"model\": \"PER_UNIT\", \"amount\": \"" + (unit.contains(".") ? unit : "1") + "\"}");
        assertThat(till.total("\"quantity\": " + quantity)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"quantity\": -1 | 400 | /quantity | quantity-range",
                "\"usage\": {\"calls\": -1} | 400 | /usage/calls | quantity-range",
                "\"country\": \"Germany\" | 400 | /country | country-unknown",
                "\"country\": \"UK\" | 400 | /country | country-unknown",
                "\"date\": 20260101 | 400 | /date | wrong-type",
                "\"date\": [2026, 1, 1] | 400 | /date | wrong-type",
                "\"date\": \"2026-01-01T00:00:00Z\" | 400 | /date | wrong-type",
                "\"date\": \"\" | 400 | /date | wrong-type",
                "\"asOf\": 1767225600 | 400 | /asOf | wrong-type",
                "\"asOf\": \"2026-01-01\" | 400 | /asOf | wrong-type",
                "\"asOf\": \"-1000000000-01-01T00:00:00Z\" | 400 | /asOf | value-out-of-range",
                "\"asOf\": \"+1000000000-12-31T23:59:59Z\" | 400 | /asOf | value-out-of-range",
                "\"currency\": \"EURO\" | 400 | /currency | currency-unknown",
                "\"channel\": \"DOOR\" | 400 | /channel | value-invalid",
                "\"partnerTier\": \"gold\" | 400 | /partnerTier | partner-tier-channel",
                "\"date\": \"tomorrow\" | 400 | /date | wrong-type",
                "\"asOf\": \"2100-01-01T00:00:00Z\" | 422 | /asOf | as-of-future",
                "\"nonsense\": 1 | 400 | /nonsense | unknown-property"
            })
    void shouldRefuseAQuestionItCannotAnswer(String fields, int status, String pointer, String code) {
        Till.open()
                .ask(fields)
                .then()
                .statusCode(status)
                .body("errors[0].pointer", equalTo(pointer))
                .body("errors[0].code", equalTo(code));
    }

    @Test
    void shouldRefuseAnAmountTooLargeToBeMeant() {
        var till = Till.open();
        till.price("seat", null, "{\"model\": \"PER_UNIT\", \"amount\": \"1000000\"}");
        till.ask("\"quantity\": \"999999999999999\"")
                .then()
                .statusCode(422)
                .body("errors[0].code", equalTo("amount-too-large"))
                .body("errors[0].pointer", equalTo("/quantity"));
    }

    @Test
    void shouldKnowOnlyTheTenantsOwnPlans() {
        var till = Till.open();
        var stranger = new Till(Caller.as("sales"), till.product(), till.plan());
        stranger.ask("")
                .then()
                .statusCode(422)
                .body("errors[0].code", equalTo("plan-unknown"))
                .body("errors[0].pointer", equalTo("/planId"));
        var other = Till.open();
        new Till(other.sales(), till.product(), till.plan()).ask("").then().statusCode(422);
        new Till(other.sales(), "", UUID.randomUUID().toString()).ask("").then().statusCode(422);
    }

    private static List<String> reasonsOf(io.restassured.path.json.JsonPath quote, String origin) {
        return quote.getList("components[0].candidates.find { it.origin == '" + origin + "' }.reasons", String.class);
    }
}
