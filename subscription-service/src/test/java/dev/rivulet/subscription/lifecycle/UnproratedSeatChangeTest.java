package dev.rivulet.subscription.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.rivulet.subscription.Catalog;
import dev.rivulet.subscription.Contract;
import dev.rivulet.subscription.Invariants;
import dev.rivulet.subscription.Shop;
import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Seats and add-ons that are there at once and charged from the next period on. */
@QuarkusTest
class UnproratedSeatChangeTest {

    private Shop shop;
    private Catalog catalog;

    @BeforeEach
    void open() {
        shop = Shop.at("2025-01-01T10:00:00Z");
        catalog = Catalog.of(shop);
    }

    @AfterEach
    void shouldKeepTheBooks() {
        new Invariants(shop).shouldHold();
    }

    private Contract signed(Map<String, ?> plan) {
        return catalog.sign(catalog.account(), catalog.seatPlan("3.10", plan), Map.of("seats", 10));
    }

    private static Map<String, Object> seats(int seats, Map<String, ?> more) {
        var body = new HashMap<String, Object>(Map.of("seats", seats, "prorate", false));
        body.putAll(more);
        return body;
    }

    @ParameterizedTest
    @CsvSource({"15, IN_ADVANCE, 46.50", "4, IN_ADVANCE, 12.40", "15, IN_ARREARS, 46.50", "4, IN_ARREARS, 12.40"})
    void shouldBeChargedFromTheNextPeriodOn(int seats, String billing, String next) {
        var contract = signed(Map.of("billing", billing));
        shop.moveClock("2025-01-11T10:00:00Z");

        contract.decide("seat-changes", seats(seats, Map.of("when", "NOW"))).body("seats", equalTo(seats));

        assertThat(contract.lines("2025-01-11")).isEmpty();
        assertThat(contract.mrr()).isEqualTo(next);
        shop.moveClock("2025-03-02T10:00:00Z");
        assertThat(contract.lines().stream().map(line -> line.substring(11)))
                .startsWith("RECURRING 2025-01-01..2025-02-01 31.00", "RECURRING 2025-02-01..2025-03-01 " + next)
                .hasSize(billing.equals("IN_ADVANCE") ? 3 : 2);
    }

    @Test
    void shouldWaitForADayToCome() {
        var contract = signed(Map.of());
        contract.decide("seat-changes", seats(20, Map.of("on", "2025-01-11")));

        shop.moveClock("2025-01-12T10:00:00Z");
        assertThat(contract.view().get("seats").asInt()).isEqualTo(20);
        shop.moveClock("2025-02-01T10:00:00Z");
        assertThat(contract.lines())
                .containsExactly(
                        "2025-01-01 RECURRING 2025-01-01..2025-02-01 31.00",
                        "2025-02-01 RECURRING 2025-02-01..2025-03-01 62.00");
    }

    @Test
    void shouldGiveBackWhatThePeriodWasChargedWith() {
        var contract = signed(Map.of());
        shop.moveClock("2025-01-11T10:00:00Z");
        contract.decide("seat-changes", seats(20, Map.of()));
        shop.moveClock("2025-01-21T10:00:00Z");

        contract.decide("cancellations", Map.of("effective", "NOW"));

        assertThat(contract.lines("2025-01-21")).containsExactly("NOTE 2025-01-21..2025-02-01 11.00");
    }

    /** What begins on the day is not charged yet: there is no period to leave as it is. */
    @ParameterizedTest
    @CsvSource({"seat-changes", "plan-changes"})
    void shouldChargeTheFirstDaysOfWhatBeginsWithinAPeriod(String command) {
        var plan = catalog.seatPlan("3.10", Map.of());
        var contract = catalog.sign(
                catalog.account(),
                plan,
                Map.of("seats", 10, "startDate", "2025-01-11", "anchor", Map.of("rule", "BILLING_DAY", "day", 1)));
        var body = command.equals("seat-changes")
                ? seats(20, Map.of())
                : Map.of("planId", catalog.seatPlan("6.20", Map.of()), "prorate", false, "when", "NOW");

        contract.decide(command, body);

        shop.moveClock("2025-02-01T10:00:00Z");
        assertThat(contract.lines())
                .containsExactly(
                        "2025-01-11 RECURRING 2025-01-11..2025-02-01 42.00",
                        "2025-02-01 RECURRING 2025-02-01..2025-03-01 62.00");
    }

    @Test
    void shouldLetAddOnsBeChargedWithTheNextPeriod() {
        var plan = catalog.plan("62.00");
        var base = catalog.sign(plan);
        var extra = catalog.seatPlan("31.00", Map.of("addOnOf", plan));
        shop.moveClock("2025-01-11T10:00:00Z");

        var addOn = catalog.sign(
                base.account(), extra, Map.of("baseSubscriptionId", base.id(), "prorate", false, "seats", 2));

        assertThat(addOn.lines()).isEmpty();
        assertThat(addOn.view().get("nextChargeOn").asText()).isEqualTo("2025-02-01");
        assertThat(addOn.mrr()).isEqualTo("124.00");
        shop.moveClock("2025-02-11T10:00:00Z");
        addOn.decide("seat-changes", seats(3, Map.of()));
        shop.moveClock("2025-03-01T10:00:00Z");
        assertThat(addOn.lines())
                .containsExactly(
                        "2025-02-01 RECURRING 2025-02-01..2025-03-01 62.00",
                        "2025-03-01 RECURRING 2025-03-01..2025-04-01 93.00");
        assertThat(base.lastInvoice().at("/total/amount").asText()).isEqualTo("155.00");
    }

    @Test
    void shouldServeTheDaysBeforeABillingDayForNothing() {
        var contract = catalog.sign(
                catalog.account(),
                catalog.plan("31.00"),
                Map.of("prorate", false, "anchor", Map.of("rule", "BILLING_DAY", "day", 15)));
        shop.moveClock("2025-01-05T10:00:00Z");
        assertThat(contract.lines()).isEmpty();
        assertThat(contract.view().get("phase").asText()).isEqualTo("RUNNING");

        shop.moveClock("2025-01-15T10:00:00Z");

        assertThat(contract.lines()).containsExactly("2025-01-15 RECURRING 2025-01-15..2025-02-15 31.00");
    }

    @Test
    void shouldExplainTheNextPeriodAsAnyOther() {
        var contract = signed(Map.of());
        shop.moveClock("2025-01-11T10:00:00Z");
        contract.decide("seat-changes", seats(20, Map.of()));
        shop.moveClock("2025-02-01T10:00:00Z");

        var line = contract.lastInvoice();

        shop.as("billing")
                .get("/invoices/" + line.get("id").asText() + "/lines/" + positionOf(contract, "62.00")
                        + "/explanation")
                .then()
                .statusCode(200)
                .body("matches", equalTo(true));
    }

    private static int positionOf(Contract contract, String amount) {
        List<Integer> found = contract.lastInvoice()
                .get("lines")
                .valueStream()
                .filter(line -> line.at("/amount/amount").asText().equals(amount))
                .map(line -> line.get("position").asInt())
                .toList();
        return found.getFirst();
    }
}
