package dev.rivulet.subscription.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.rivulet.subscription.Catalog;
import dev.rivulet.subscription.Contract;
import dev.rivulet.subscription.Invariants;
import dev.rivulet.subscription.Metering;
import dev.rivulet.subscription.Shop;
import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Another plan is served at once and charged from the next period on (Stripe: proration_behavior none). */
@QuarkusTest
class UnproratedPlanChangeTest {

    private Shop shop;
    private Catalog catalog;
    private UUID dearer;
    private Contract contract;

    @BeforeEach
    void open() {
        shop = Shop.at("2025-01-01T10:00:00Z");
        catalog = Catalog.of(shop);
        dearer = catalog.plan("62.00");
        contract = catalog.sign(catalog.plan("31.00"));
    }

    @AfterEach
    void shouldKeepTheBooks() {
        new Invariants(shop).shouldHold();
    }

    private static Map<String, Object> to(UUID plan, Map<String, ?> more) {
        var body = new HashMap<String, Object>(Map.of("planId", plan, "prorate", false));
        body.putAll(more);
        return body;
    }

    /** The dearer plan on the 11th. */
    private void changed() {
        shop.moveClock("2025-01-11T10:00:00Z");
        contract.decide("plan-changes", to(dearer, Map.of()));
        assertThat(contract.lines("2025-01-11")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"62.00", "3.10"})
    void shouldBeServedAtOnceAndChargedWithTheNextPeriod(String price) {
        var other = catalog.plan(price);
        shop.moveClock("2025-01-11T10:00:00Z");

        contract.decide("plan-changes", to(other, Map.of("when", "NOW")))
                .body("planId", equalTo(other.toString()))
                .body("price.amount", equalTo(price));

        assertThat(contract.mrr()).isEqualTo(price);
        shop.moveClock("2025-03-02T10:00:00Z");
        assertThat(contract.lines())
                .containsExactly(
                        "2025-01-01 RECURRING 2025-01-01..2025-02-01 31.00",
                        "2025-02-01 RECURRING 2025-02-01..2025-03-01 " + price,
                        "2025-03-01 RECURRING 2025-03-01..2025-04-01 " + price);
        assertThat(contract.mrr()).isEqualTo(price);
    }

    @Test
    void shouldBeChargedFromTheNextYearOn() {
        shop.moveClock("2025-01-11T10:00:00Z");
        contract.decide("plan-changes", to(catalog.plan("365.00", Map.of("period", "YEAR")), Map.of("when", "NOW")));
        assertThat(contract.mrr()).isEqualTo("30.42");

        shop.moveClock("2025-02-02T10:00:00Z");

        assertThat(contract.lines())
                .containsExactly(
                        "2025-01-01 RECURRING 2025-01-01..2025-02-01 31.00",
                        "2025-02-01 RECURRING 2025-02-01..2026-02-01 365.00");
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
                    effective    , credit, given back
                    NOW          , -     , 2025-01-21..2025-02-01 11.00
                    NOW          , NONE  , -
                    NOW          , FULL  , 2025-01-01..2025-02-01 31.00
                    END_OF_PERIOD, -     , -
                    END_OF_PERIOD, FULL  , 2025-01-01..2025-02-01 31.00
                    """, useHeadersInDisplayName = true)
    void shouldGiveBackWhatWasChargedBeforeWhenItEnds(String effective, String credit, String given) {
        changed();
        shop.moveClock("2025-01-21T10:00:00Z");
        var body = new HashMap<String, Object>(Map.of("effective", effective));
        body.put("credit", credit);

        contract.decide("cancellations", body)
                .body("endDate", equalTo(effective.equals("NOW") ? "2025-01-21" : "2025-02-01"));

        assertThat(contract.lines("2025-01-21")).isEqualTo(given == null ? List.of() : List.of("NOTE " + given));
        if (effective.equals("END_OF_PERIOD")) {
            contract.decide("reactivations", null);
        }
        shop.moveClock("2025-02-01T10:00:00Z");
        assertThat(contract.lines("2025-02-01"))
                .isEqualTo(effective.equals("NOW") ? List.of() : List.of("RECURRING 2025-02-01..2025-03-01 62.00"));
    }

    @Test
    void shouldGiveWayToAnotherPlanThatIsProrated() {
        changed();
        shop.moveClock("2025-01-16T10:00:00Z");
        contract.decide("plan-changes", to(catalog.plan("77.50"), Map.of("when", "NOW")));
        assertThat(contract.lines("2025-01-16")).isEmpty();
        shop.moveClock("2025-01-21T10:00:00Z");

        contract.decide("plan-changes", Map.of("planId", catalog.plan("93.00")));

        assertThat(contract.lines("2025-01-21"))
                .containsExactlyInAnyOrder(
                        "RECURRING 2025-01-21..2025-02-01 33.00", "CREDIT 2025-01-21..2025-02-01 -11.00");
        shop.moveClock("2025-02-01T10:00:00Z");
        assertThat(contract.lines("2025-02-01")).containsExactly("RECURRING 2025-02-01..2025-03-01 93.00");
    }

    @Test
    void shouldRestAndGoOn() {
        changed();
        shop.moveClock("2025-01-21T10:00:00Z");
        contract.decide("pauses", Map.of());
        assertThat(contract.lines("2025-01-21")).containsExactly("NOTE 2025-01-21..2025-02-01 11.00");
        shop.moveClock("2025-01-28T10:00:00Z");

        contract.decide("resumptions", Map.of());

        assertThat(contract.lines("2025-01-28")).containsExactly("RECURRING 2025-01-28..2025-02-01 8.00");
        shop.moveClock("2025-02-01T10:00:00Z");
        assertThat(contract.lines("2025-02-01")).containsExactly("RECURRING 2025-02-01..2025-03-01 62.00");
    }

    @Test
    void shouldWaitForADayToCome() {
        contract.decide("plan-changes", to(dearer, Map.of("on", "2025-02-15")));
        shop.moveClock("2025-02-20T10:00:00Z");
        assertThat(contract.view().get("planId").asText()).isEqualTo(dearer.toString());
        shop.moveClock("2025-03-02T10:00:00Z");

        assertThat(contract.lines())
                .containsExactly(
                        "2025-01-01 RECURRING 2025-01-01..2025-02-01 31.00",
                        "2025-02-01 RECURRING 2025-02-01..2025-03-01 31.00",
                        "2025-03-01 RECURRING 2025-03-01..2025-04-01 62.00");
    }

    @Test
    void shouldHaveNothingToProrateInATrial() {
        var tried = catalog.sign(catalog.account(), catalog.plan("31.00", Map.of("trialDays", 14)), Map.of());
        shop.moveClock("2025-01-11T10:00:00Z");
        tried.decide("plan-changes", to(catalog.plan("62.00", Map.of("trialDays", 14)), Map.of("when", "NOW")));
        shop.moveClock("2025-01-15T10:00:00Z");
        assertThat(tried.lines()).containsExactly("2025-01-15 RECURRING 2025-01-15..2025-02-15 62.00");
    }

    /** No day is paid for twice, and none is free, whichever of the two is charged in arrears. */
    @ParameterizedTest
    @CsvSource({"IN_ADVANCE, IN_ARREARS", "IN_ARREARS, IN_ADVANCE", "IN_ARREARS, IN_ARREARS"})
    void shouldChargeThePeriodThatRunsOnce(String before, String after) {
        var changing = catalog.sign(catalog.plan("31.00", Map.of("billing", before)));
        shop.moveClock("2025-01-11T10:00:00Z");
        changing.decide("plan-changes", to(catalog.plan("62.00", Map.of("billing", after)), Map.of("when", "NOW")));

        shop.moveClock("2025-03-01T10:00:00Z");

        assertThat(changing.lines())
                .contains(
                        (before.equals("IN_ADVANCE") ? "2025-01-01" : "2025-02-01")
                                + " RECURRING 2025-01-01..2025-02-01 31.00",
                        (after.equals("IN_ADVANCE") ? "2025-02-01" : "2025-03-01")
                                + " RECURRING 2025-02-01..2025-03-01 62.00")
                .hasSize(after.equals("IN_ADVANCE") ? 3 : 2);
    }

    @Test
    void shouldChargeThePlanBeforeUpToAnEndOrARest() {
        var changing = catalog.sign(catalog.plan("31.00", Map.of("billing", "IN_ARREARS")));
        shop.moveClock("2025-01-11T10:00:00Z");
        changing.decide("plan-changes", to(dearer, Map.of("when", "NOW")));
        shop.moveClock("2025-01-21T10:00:00Z");

        changing.decide("cancellations", Map.of("effective", "NOW"));

        assertThat(changing.lines()).containsExactly("2025-01-21 RECURRING 2025-01-01..2025-01-21 20.00");
    }

    @Test
    void shouldChargeUsageByItsDays() {
        var metering = new Metering(catalog);
        var metered = catalog.sign(metering.graduated("9.00", Map.of(), Map.of()));
        metering.use(metered.account(), "5", "2025-01-05T09:00:00Z");
        shop.moveClock("2025-01-11T10:00:00Z");
        metered.decide("plan-changes", to(metering.graduated("18.00", Map.of(), Map.of()), Map.of("when", "NOW")));
        metering.use(metered.account(), "3", "2025-01-11T11:00:00Z");
        metered.decide("seat-changes", Map.of("seats", 4));
        shop.moveClock("2025-02-01T10:00:00Z");

        assertThat(metered.lines())
                .containsExactlyInAnyOrder(
                        "2025-01-01 RECURRING 2025-01-01..2025-02-01 9.00",
                        "2025-01-11 USAGE 2025-01-01..2025-01-11 5.00",
                        "2025-02-01 USAGE 2025-01-11..2025-02-01 3.00",
                        "2025-02-01 RECURRING 2025-02-01..2025-03-01 18.00");
    }
}
