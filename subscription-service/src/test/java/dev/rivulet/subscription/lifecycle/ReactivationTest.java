package dev.rivulet.subscription.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.rivulet.subscription.Catalog;
import dev.rivulet.subscription.Invariants;
import dev.rivulet.subscription.Shop;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Decisions taken back before they hold, and subscriptions that go on after their end. */
@QuarkusTest
class ReactivationTest {

    private Shop shop;
    private Catalog catalog;

    @BeforeEach
    void open() {
        shop = Shop.at("2025-01-01T10:00:00Z");
        catalog = Catalog.of(shop);
    }

    @Test
    void shouldGoOnAsIfNothingHadBeenDecided() {
        var contract = catalog.sign(catalog.plan("62.00"));
        contract.decide("plan-changes", Map.of("planId", catalog.plan("31.00")));
        contract.decide("cancellations", Map.of("effective", "DATE", "on", "2025-01-21"));

        contract.decide("reactivations", null).body("endDate", nullValue());

        // What was given back came off the unpaid invoice, so that it is asked for once more: 62.00 in all.
        assertThat(contract.invoices().stream()
                        .map(invoice -> invoice.at("/due/amount").asText()))
                .containsExactly("40.00", "22.00");
        shop.moveClock("2025-02-01T10:00:00Z");
        assertThat(contract.lines("2025-02-01")).containsExactly("RECURRING 2025-02-01..2025-03-01 31.00");
    }

    @Test
    void shouldBeginAgainWhereItHasEndedAndCostNothingBetween() {
        var contract = catalog.sign(catalog.plan("31.00"));
        contract.decide("cancellations", Map.of("effective", "END_OF_PERIOD"));
        shop.moveClock("2025-03-10T10:00:00Z");

        contract.decide("reactivations", null)
                .body("status", equalTo("ACTIVE"))
                .body("phase", equalTo("RUNNING"))
                .body("endDate", nullValue());

        assertThat(contract.lines("2025-03-10")).containsExactly("RECURRING 2025-03-10..2025-04-10 31.00");
        assertThat(contract.mrr()).isEqualTo("31.00");
        shop.moveClock("2025-04-10T10:00:00Z");
        assertThat(contract.lines("2025-04-10")).containsExactly("RECURRING 2025-04-10..2025-05-10 31.00");
    }

    @Test
    void shouldBeginAgainOnTheDayOfItsEnd() {
        var contract = catalog.sign(catalog.plan("31.00"));
        shop.moveClock("2025-01-11T10:00:00Z");
        contract.decide("cancellations", Map.of("effective", "NOW"));

        contract.decide("reactivations", null).body("status", equalTo("ACTIVE"));

        assertThat(contract.lines("2025-01-11"))
                .containsExactly("RECURRING 2025-01-11..2025-02-11 31.00", "NOTE 2025-01-11..2025-02-01 21.00");
    }

    @Test
    void shouldBeginAgainOnItsVeryFirstDay() {
        var contract = catalog.sign(catalog.plan("31.00"));
        contract.decide("cancellations", Map.of("effective", "NOW"));

        contract.decide("reactivations", null).body("status", equalTo("ACTIVE"));

        assertThat(contract.lastInvoice().at("/total/amount").asText()).isEqualTo("31.00");
        shop.moveClock("2025-02-01T10:00:00Z");
        assertThat(contract.lines("2025-02-01")).containsExactly("RECURRING 2025-02-01..2025-03-01 31.00");
    }

    @Test
    void shouldBeginAgainWhatNeverBegan() {
        var contract = catalog.sign(catalog.account(), catalog.plan("31.00"), Map.of("startDate", "2025-02-01"));
        contract.decide("cancellations", Map.of("effective", "NOW"));
        shop.moveClock("2025-03-01T10:00:00Z");

        contract.decide("reactivations", null).body("status", equalTo("ACTIVE"));

        assertThat(contract.lines()).containsExactly("2025-03-01 RECURRING 2025-03-01..2025-04-01 31.00");
    }

    @Test
    void shouldBeginAgainAtThePriceAfterAPhaseAndATrial() {
        var plan = catalog.plan(
                "31.00", Map.of("trialDays", 5, "phases", List.of(Map.of("months", 3, "discountPercent", "50"))));
        var contract = catalog.sign(plan);
        shop.moveClock("2025-01-08T10:00:00Z");
        contract.decide("cancellations", Map.of("effective", "NOW"));
        shop.moveClock("2025-02-08T10:00:00Z");

        contract.decide("reactivations", null).body("phase", equalTo("RUNNING"));

        assertThat(contract.lines("2025-02-08")).containsExactly("RECURRING 2025-02-08..2025-03-08 31.00");
        var inTrial = catalog.sign(plan);
        inTrial.decide("cancellations", Map.of("effective", "NOW"));
        shop.moveClock("2025-02-09T10:00:00Z");
        inTrial.decide("reactivations", null).body("phase", equalTo("RUNNING"));
        assertThat(inTrial.lines()).containsExactly("2025-02-09 RECURRING 2025-02-09..2025-03-09 31.00");
    }

    @Test
    void shouldRefuseToReactivateWhatGoesOn() {
        catalog.sign(catalog.plan("31.00"))
                .tryTo("reactivations", null)
                .statusCode(409)
                .body("code", equalTo("subscription-not-ending"));
    }

    @Test
    void shouldUndoWhatIsToComeLatestFirst() {
        var contract = catalog.sign(catalog.plan("62.00"));
        contract.decide("plan-changes", Map.of("planId", catalog.plan("31.00")));
        contract.decide("cancellations", Map.of("effective", "DATE", "on", "2025-03-15"));
        var plan = contract.changes().get(0).get("id").asText();
        var end = contract.changes().get(1).get("id").asText();

        contract.tryTo("changes/" + plan + "/undoings", null)
                .statusCode(409)
                .body("code", equalTo("change-not-latest"));
        contract.decide("changes/" + end + "/undoings", null).body("endDate", nullValue());
        contract.tryTo("changes/" + end + "/undoings", null).statusCode(409).body("code", equalTo("change-undone"));
        contract.decide("changes/" + plan + "/undoings", null);

        shop.moveClock("2025-02-01T10:00:00Z");
        assertThat(contract.lines("2025-02-01")).containsExactly("RECURRING 2025-02-01..2025-03-01 62.00");
        assertThat(contract.changes().stream().map(change -> change.get("kind").asText()))
                .containsExactly("PLAN", "CANCELLATION", "UNDO", "UNDO");
        assertThat(contract.changes().get(0).has("undoneAt")).isTrue();
    }

    @Test
    void shouldNotUndoWhatHolds() {
        var contract = catalog.sign(catalog.plan("31.00"));
        contract.decide("plan-changes", Map.of("planId", catalog.plan("62.00")));
        var change = contract.changes().getFirst().get("id").asText();

        contract.tryTo("changes/" + change + "/undoings", null)
                .statusCode(409)
                .body("code", equalTo("change-effective"));
        contract.tryTo("changes/" + contract.id() + "/undoings", null).statusCode(404);
        contract.tryTo("changes/x/undoings", null).statusCode(404);
    }

    @Test
    void shouldUndoAnEndWithWhatWasGivenBack() {
        var contract = catalog.sign(catalog.plan("31.00"));
        contract.decide("cancellations", Map.of("effective", "DATE", "on", "2025-01-21"));
        var end = contract.changes().getFirst().get("id").asText();
        shop.moveClock("2025-01-11T10:00:00Z");

        contract.decide("changes/" + end + "/undoings", null).body("endDate", nullValue());

        assertThat(contract.lines("2025-01-11")).containsExactly("RECURRING 2025-01-21..2025-02-01 11.00");
        shop.moveClock("2025-02-01T10:00:00Z");
        assertThat(contract.lines("2025-02-01")).containsExactly("RECURRING 2025-02-01..2025-03-01 31.00");
    }

    /** Of a month paid in advance and cancelled without a credit every day is charged once, gone on with when it may. */
    @ParameterizedTest
    @CsvSource({"NOW, 2025-01-20", "NOW, 2025-01-11", "NOW, 2025-01-31", "START_OF_PERIOD, 2025-01-20"})
    void shouldChargeNoDayTwiceAndLeaveNoneOut(String effective, String again) {
        var contract = catalog.sign(catalog.plan("31.00"));
        shop.moveClock("2025-01-11T10:00:00Z");
        contract.decide("cancellations", Map.of("effective", effective, "credit", "NONE"))
                .body("status", equalTo("CANCELLED"));
        shop.moveClock(again + "T12:00:00Z");

        contract.decide("reactivations", null).body("status", equalTo("ACTIVE"));

        shop.moveClock("2025-03-01T10:00:00Z");
        assertThat(contract.lines())
                .containsExactly(
                        "2025-01-01 RECURRING 2025-01-01..2025-02-01 31.00",
                        "2025-02-01 RECURRING 2025-02-01..2025-03-01 31.00",
                        "2025-03-01 RECURRING 2025-03-01..2025-04-01 31.00");
        assertThat(contract.mrr()).isEqualTo("31.00");
        new Invariants(shop).shouldHold();
    }

    @Test
    void shouldChargeOnceWhatBeginsTomorrowWhenAnEndTomorrowIsTakenBack() {
        var contract = catalog.sign(catalog.plan("31.00"));
        contract.decide("plan-changes", Map.of("planId", catalog.plan("62.00"), "on", "2025-01-12"));
        shop.moveClock("2025-01-11T10:00:00Z");
        contract.decide("cancellations", Map.of("effective", "NOW", "cancellationDayBilled", true));

        contract.decide("reactivations", null).body("endDate", nullValue());

        shop.moveClock("2025-01-31T10:00:00Z");
        assertThat(contract.lines())
                .containsExactly(
                        "2025-01-01 RECURRING 2025-01-01..2025-02-01 31.00",
                        "2025-01-11 RECURRING 2025-01-12..2025-02-01 40.00",
                        "2025-01-11 NOTE 2025-01-12..2025-02-01 20.00");
        new Invariants(shop).shouldHold();
    }

    @Test
    void shouldNotChargeAgainForDaysThatWereGivenBackWhole() {
        var contract = catalog.sign(catalog.plan("31.00"));
        shop.moveClock("2025-01-11T10:00:00Z");
        contract.decide("cancellations", Map.of("effective", "NOW", "credit", "FULL"));
        shop.moveClock("2025-01-21T10:00:00Z");

        contract.decide("reactivations", null);

        assertThat(contract.lines())
                .containsExactly(
                        "2025-01-01 RECURRING 2025-01-01..2025-02-01 31.00",
                        "2025-01-21 RECURRING 2025-01-21..2025-02-21 31.00",
                        "2025-01-11 NOTE 2025-01-01..2025-02-01 31.00");
    }

    @ParameterizedTest
    @CsvSource({"2025-01-11, 2025-01-11", "2025-02-11, 2025-02-11"})
    void shouldChargeAgainForAPeriodGivenBackWholeWhenTheEndIsTakenBack(String today, String charged) {
        var contract = catalog.sign(catalog.plan("31.00"));
        contract.decide("cancellations", Map.of("effective", "DATE", "on", "2025-03-01", "credit", "FULL"));
        var end = contract.changes().getFirst().get("id").asText();
        shop.moveClock(today + "T10:00:00Z");

        contract.decide("changes/" + end + "/undoings", null).body("endDate", nullValue());

        assertThat(contract.lines(charged)).containsExactly("RECURRING 2025-01-01..2025-02-01 31.00");
        shop.moveClock("2025-02-15T10:00:00Z");
        assertThat(contract.lines("2025-02-01")).containsExactly("RECURRING 2025-02-01..2025-03-01 31.00");
        assertThat(contract.lines()).hasSize(4);
    }

    @Test
    void shouldBeginAgainAfterTheDaysThatWerePaidFor() {
        var contract = catalog.sign(catalog.plan("31.00"));
        shop.moveClock("2025-01-11T10:00:00Z");
        contract.decide("cancellations", Map.of("effective", "NOW", "credit", "NONE"));
        shop.moveClock("2025-02-01T10:00:00Z");

        contract.decide("reactivations", null);

        assertThat(contract.lines())
                .containsExactly(
                        "2025-01-01 RECURRING 2025-01-01..2025-02-01 31.00",
                        "2025-02-01 RECURRING 2025-02-01..2025-03-01 31.00");
    }
}
