package dev.rivulet.subscription.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.rivulet.subscription.Catalog;
import dev.rivulet.subscription.Contract;
import dev.rivulet.subscription.Shop;
import io.quarkus.test.junit.QuarkusTest;
import java.math.BigDecimal;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From one plan to another: every decision is rehearsed first, and comes exactly as it was foretold. */
@QuarkusTest
class PlanChangeTest {

    private Shop shop;
    private Catalog catalog;
    private UUID small;
    private UUID large;

    @BeforeEach
    void open() {
        shop = Shop.at("2025-01-01T10:00:00Z");
        catalog = Catalog.of(shop);
        small = catalog.plan("31.00");
        large = catalog.plan("62.00");
    }

    @Test
    void shouldUpgradeAtOnceAndGiveBackTheDaysNotUsed() {
        var contract = catalog.sign(small);
        shop.moveClock("2025-01-11T10:00:00Z");

        contract.decide("plan-changes", Map.of("planId", large))
                .header("ETag", "\"1\"")
                .body("planId", equalTo(large.toString()))
                .body("planName", equalTo("Plan of 62.00"))
                .body("price.amount", equalTo("62.00"));

        assertThat(contract.lines("2025-01-11"))
                .containsExactly("CREDIT 2025-01-11..2025-02-01 -21.00", "RECURRING 2025-01-11..2025-02-01 42.00");
        assertThat(contract.lastInvoice().at("/total/amount").asText()).isEqualTo("21.00");
        assertThat(contract.mrr()).isEqualTo("62.00");
        shop.moveClock("2025-03-01T10:00:00Z");
        assertThat(contract.lines("2025-02")).containsExactly("01 RECURRING 2025-02-01..2025-03-01 62.00");
        assertThat(contract.changes()).singleElement().satisfies(change -> {
            assertThat(change.get("kind").asText()).isEqualTo("PLAN");
            assertThat(change.get("effectiveOn").asText()).isEqualTo("2025-01-11");
            assertThat(change.get("summary").asText()).isEqualTo("Plan of 31.00 to Plan of 62.00");
        });
    }

    @Test
    void shouldDowngradeWithTheNextPeriod() {
        var contract = catalog.sign(large);
        shop.moveClock("2025-01-11T10:00:00Z");

        contract.decide("plan-changes", Map.of("planId", small)).body("planId", equalTo(large.toString()));

        assertThat(contract.lines("2025-01-11")).isEmpty();
        assertThat(contract.mrr()).isEqualTo("62.00");
        shop.moveClock("2025-02-01T10:00:00Z");
        assertThat(contract.lines("2025-02-01")).containsExactly("RECURRING 2025-02-01..2025-03-01 31.00");
        assertThat(contract.view().get("planId").asText()).isEqualTo(small.toString());
        assertThat(contract.mrr()).isEqualTo("31.00");
    }

    @Test
    void shouldPutADowngradeAtOnceOnTheBalanceAndUseItUp() {
        var contract = catalog.sign(large);
        shop.pay(contract.lastInvoice().get("id").asText(), "62.00", "EUR", "T-1", "2025-01-01")
                .statusCode(201);
        shop.moveClock("2025-01-11T10:00:00Z");

        contract.decide("plan-changes", Map.of("planId", small, "when", "NOW"));

        assertThat(contract.lines("2025-01-11"))
                .containsExactly("CREDIT 2025-01-11..2025-02-01 -42.00", "RECURRING 2025-01-11..2025-02-01 21.00");
        assertThat(contract.lastInvoice().at("/total/amount").asText()).isEqualTo("0.00");
        assertThat(contract.lastInvoice().at("/toBalance/amount").asText()).isEqualTo("21.00");
        assertThat(contract.balance()).isEqualTo("21.00");
        shop.moveClock("2025-02-01T10:00:00Z");
        assertThat(contract.lastInvoice().at("/balanceUsed/amount").asText()).isEqualTo("21.00");
        assertThat(contract.lastInvoice().at("/due/amount").asText()).isEqualTo("10.00");
        assertThat(contract.balance()).isEqualTo("0.00");
    }

    @Test
    void shouldChangeOnADayToCome() {
        var contract = catalog.sign(small);

        contract.decide("plan-changes", Map.of("planId", large, "when", "DATE", "on", "2025-01-21", "seats", 7));

        assertThat(contract.view().get("seats").asInt()).isEqualTo(1);
        assertThat(contract.lines()).hasSize(1);
        shop.moveClock("2025-01-21T00:00:00Z");

        // Both come with the day of the change.
        assertThat(contract.lines())
                .containsExactly(
                        "2025-01-01 RECURRING 2025-01-01..2025-02-01 31.00",
                        "2025-01-21 CREDIT 2025-01-21..2025-02-01 -11.00",
                        "2025-01-21 RECURRING 2025-01-21..2025-02-01 22.00");
        assertThat(contract.view().get("seats").asInt()).isEqualTo(7);
        assertThat(contract.view().get("planId").asText()).isEqualTo(large.toString());
    }

    @Test
    void shouldChangeThereAndBackOnOneDayForNothing() {
        var contract = catalog.sign(small);
        shop.moveClock("2025-01-11T10:00:00Z");

        contract.decide("plan-changes", Map.of("planId", large));
        contract.decide("plan-changes", Map.of("planId", small, "when", "NOW"));
        contract.decide("plan-changes", Map.of("planId", large));

        assertThat(contract.lines("2025-01-11"))
                .containsExactly(
                        "CREDIT 2025-01-11..2025-02-01 -21.00",
                        "RECURRING 2025-01-11..2025-02-01 42.00",
                        "CREDIT 2025-01-11..2025-02-01 -42.00",
                        "RECURRING 2025-01-11..2025-02-01 21.00",
                        "CREDIT 2025-01-11..2025-02-01 -21.00",
                        "RECURRING 2025-01-11..2025-02-01 42.00");
        assertThat(contract.mrr()).isEqualTo("62.00");
    }

    @Test
    void shouldCountTheNewPlansTrialFromTheFirstStart() {
        var trial = catalog.plan("31.00", Map.of("trialDays", 10));
        var longer = catalog.plan("62.00", Map.of("trialDays", 16));
        var contract = catalog.sign(trial);
        shop.moveClock("2025-01-05T10:00:00Z");

        contract.decide("plan-changes", Map.of("planId", longer)).body("phase", equalTo("TRIAL"));

        shop.moveClock("2025-01-16T23:59:59Z");
        assertThat(contract.lines()).isEmpty();
        assertThat(contract.mrr()).isEqualTo("0");
        shop.moveClock("2025-01-17T00:00:00Z");
        assertThat(contract.lines()).containsExactly("2025-01-17 RECURRING 2025-01-17..2025-02-17 62.00");
        assertThat(contract.view().get("phase").asText()).isEqualTo("RUNNING");
    }

    @Test
    void shouldEndATrialWhereTheNewPlanHasNone() {
        var contract = catalog.sign(catalog.plan("31.00", Map.of("trialDays", 10)));
        shop.moveClock("2025-01-05T10:00:00Z");

        contract.decide("plan-changes", Map.of("planId", large)).body("phase", equalTo("RUNNING"));

        assertThat(contract.lines()).containsExactly("2025-01-05 RECURRING 2025-01-05..2025-02-05 62.00");
    }

    @Test
    void shouldGoOverFromMonthsToAYearThatBeginsToday() {
        var year = catalog.plan("365.00", Map.of("period", "YEAR"));
        var contract = catalog.sign(small);
        shop.moveClock("2025-01-11T10:00:00Z");

        contract.decide("plan-changes", Map.of("planId", year, "when", "NOW", "anchor", Map.of("rule", "ANNIVERSARY")))
                .body("period", equalTo("YEAR"));

        assertThat(contract.lines("2025-01-11"))
                .containsExactlyInAnyOrder(
                        "CREDIT 2025-01-11..2025-02-01 -21.00", "RECURRING 2025-01-11..2026-01-11 365.00");
        assertThat(contract.mrr()).isEqualTo("30.42");
    }

    @Test
    void shouldChangeBeforeTheStart() {
        var contract = catalog.sign(catalog.account(), small, Map.of("startDate", "2025-02-01"));

        contract.decide("plan-changes", Map.of("planId", large)).body("phase", equalTo("SCHEDULED"));

        shop.moveClock("2025-02-01T10:00:00Z");
        assertThat(contract.lines()).containsExactly("2025-02-01 RECURRING 2025-02-01..2025-03-01 62.00");
    }

    @Test
    void shouldGoThroughThePhasesOfTheNewPlan() {
        var phased = catalog.plan(
                "62.00", Map.of("phases", java.util.List.of(Map.of("months", 1, "discountPercent", "50"))));
        var contract = catalog.sign(small);

        contract.decide("plan-changes", Map.of("planId", phased, "when", "END_OF_PERIOD"));

        shop.moveClock("2025-03-01T10:00:00Z");
        assertThat(contract.lines())
                .containsExactly(
                        "2025-01-01 RECURRING 2025-01-01..2025-02-01 31.00",
                        "2025-02-01 RECURRING 2025-02-01..2025-03-01 31.00",
                        "2025-03-01 RECURRING 2025-03-01..2025-04-01 62.00");
        assertThat(contract.mrr()).isEqualTo("62.00");
    }

    @Test
    void shouldForesee() {
        var contract = catalog.sign(small);
        contract.decide("plan-changes", Map.of("planId", large, "when", "DATE", "on", "2025-01-21"));
        var foreseen = Contract.read(shop.as("ops")
                .get("/accounts/" + contract.account() + "/forecast?months=1")
                .then()
                .statusCode(200));

        shop.moveClock("2025-02-01T10:00:00Z");

        assertThat(Contract.plain(foreseen.at("/invoices/0/lines")))
                .isEqualTo(Contract.plain(contract.invoices().get(1).get("lines")));
    }

    @Test
    void shouldGiveNothingBackForAChangeThatIsUndone() {
        var contract = catalog.sign(small);
        contract.decide("plan-changes", Map.of("planId", large, "when", "DATE", "on", "2025-01-21"));
        var change = contract.changes().getFirst().get("id").asText();
        shop.moveClock("2025-01-11T10:00:00Z");

        contract.decide("changes/" + change + "/undoings", null);

        shop.moveClock("2025-02-01T10:00:00Z");
        assertThat(contract.lines())
                .containsExactly(
                        "2025-01-01 RECURRING 2025-01-01..2025-02-01 31.00",
                        "2025-02-01 RECURRING 2025-02-01..2025-03-01 31.00");
    }

    @Test
    void shouldCostTheDaysOfEachOfSeveralChanges() {
        var contract = catalog.sign(small);
        var seats = catalog.seatPlan("31.00", Map.of());
        contract.decide("plan-changes", Map.of("planId", large, "when", "DATE", "on", "2025-01-21"));
        contract.decide("plan-changes", Map.of("planId", seats, "when", "DATE", "on", "2025-01-29", "seats", 2));
        contract.decide("seat-changes", Map.of("seats", 4, "on", "2025-01-31"));

        shop.moveClock("2025-02-02T10:00:00Z");

        // 20 days at 31.00, 8 at 62.00, 2 at 2 × 31.00, 1 at 4 × 31.00.
        assertThat(contract.lines().stream()
                        .filter(line -> !line.startsWith("2025-02-01"))
                        .map(line -> new BigDecimal(line.substring(line.lastIndexOf(' ') + 1)))
                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo("44.00");
    }

    @Test
    void shouldPinThePriceOfTheDayOfTheChange() {
        var dearer = catalog.seatPlan("10.00", Map.of());
        catalog.price(dearer, "support", Map.of("model", "FLAT", "amount", "5.00"), Map.of("validFrom", "2025-02-01"));
        var contract = catalog.sign(small);
        contract.decide("plan-changes", Map.of("planId", dearer, "when", "DATE", "on", "2025-02-01", "seats", 9));

        shop.moveClock("2025-02-01T10:00:00Z");

        assertThat(contract.lines("2025-02-01"))
                .containsExactlyInAnyOrder(
                        "RECURRING 2025-02-01..2025-03-01 90.00", "RECURRING 2025-02-01..2025-03-01 5.00");
    }

    @Test
    void shouldRefuseWhatDoesNotFit() {
        var contract = catalog.sign(small);
        var foreign = catalog.plan("62.00", Map.of("productId", UUID.randomUUID()));
        var dollars = shop.plan("62.00", "USD", 0);

        refused(contract, Map.of("planId", foreign), 422, "plan-of-another-product", "/planId");
        refused(contract, Map.of("planId", dollars), 422, "currency-mismatch", "/planId");
        refused(contract, Map.of("planId", UUID.randomUUID()), 422, "plan-not-published", "/planId");
        refused(contract, Map.of("planId", large, "when", "DATE"), 400, "value-missing", "/on");
        refused(contract, Map.of("planId", large, "when", "NOW", "on", "2025-02-01"), 400, "day-not-expected", "/on");
        refused(contract, Map.of("planId", large, "on", "2024-12-31"), 422, "effective-date-range", "/on");
        refused(contract, Map.of("planId", large, "on", "2028-01-02"), 422, "effective-date-range", "/on");
        refused(contract, Map.of("planId", large, "seats", 0), 400, "seats-range", "/seats");
        refused(contract, Map.of(), 400, "value-missing", "/planId");
        refused(
                contract,
                Map.of("planId", large, "anchor", Map.of("rule", "BILLING_DAY")),
                400,
                "value-missing",
                "/anchor/day");
        refused(
                contract,
                Map.of("planId", large, "anchor", Map.of("rule", "BILLING_DAY", "day", 32)),
                400,
                "billing-day-range",
                "/anchor/day");
        assertThat(contract.etag()).isEqualTo("\"0\"");
    }

    private static void refused(Contract contract, Map<String, ?> body, int status, String code, String pointer) {
        contract.tryTo("plan-changes", body)
                .statusCode(status)
                .body("errors[0].code", equalTo(code))
                .body("errors[0].pointer", equalTo(pointer));
    }

    /** Only another plan takes the place of a plan to come: who rests from a day on does so with the new plan too. */
    @ParameterizedTest
    @ValueSource(strings = {"NOW", "END_OF_PERIOD"})
    void shouldRestAsWasDecidedBefore(String when) {
        var contract = catalog.sign(small);
        contract.decide("pauses", Map.of("on", "2025-01-21"));
        contract.decide("resumptions", Map.of("on", "2025-02-15"));

        contract.decide("plan-changes", Map.of("planId", large, "when", when));

        shop.moveClock("2025-02-10T10:00:00Z");
        assertThat(contract.view().get("phase").asText()).isEqualTo("PAUSED");
        assertThat(contract.lines("2025-02")).isEmpty();
        shop.moveClock("2025-03-01T10:00:00Z");
        // 14 of 28 days.
        assertThat(contract.lines("2025-02")).containsExactly("15 RECURRING 2025-02-15..2025-03-01 31.00");
        assertThat(contract.lines("2025-03-01")).containsExactly("RECURRING 2025-03-01..2025-04-01 62.00");
    }

    @Test
    void shouldTakeSeatsOfItsOwnInPlaceOfThoseToCome() {
        var contract = catalog.sign(catalog.account(), catalog.seatPlan("10.00", Map.of()), Map.of("seats", 5));
        contract.decide("seat-changes", Map.of("seats", 3));

        contract.decide(
                "plan-changes",
                Map.of("planId", catalog.seatPlan("20.00", Map.of()), "when", "END_OF_PERIOD", "seats", 4));

        shop.moveClock("2025-02-01T10:00:00Z");
        assertThat(contract.lines("2025-02-01")).containsExactly("RECURRING 2025-02-01..2025-03-01 80.00");
    }
}
