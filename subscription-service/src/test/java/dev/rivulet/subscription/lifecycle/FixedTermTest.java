package dev.rivulet.subscription.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.rivulet.subscription.Catalog;
import dev.rivulet.subscription.Contract;
import dev.rivulet.subscription.Invariants;
import dev.rivulet.subscription.Shop;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A fixed term ends by itself, and until then everything can be decided that can be otherwise. */
@QuarkusTest
class FixedTermTest {

    private Shop shop;
    private Catalog catalog;
    private UUID quarter;
    private Contract contract;

    @BeforeEach
    void open() {
        shop = Shop.at("2025-01-01T10:00:00Z");
        catalog = Catalog.of(shop);
        quarter = catalog.plan("31.00", Map.of("fixedTermPeriods", 3));
        contract = catalog.sign(quarter);
        assertThat(contract.view().get("endDate").asText()).isEqualTo("2025-04-01");
        shop.moveClock("2025-01-11T10:00:00Z");
    }

    @Test
    void shouldEndByItself() {
        shop.moveClock("2025-06-01T10:00:00Z");

        assertThat(contract.lines()).hasSize(3);
        assertThat(contract.view().get("status").asText()).isEqualTo("CANCELLED");
    }

    @Test
    void shouldUpgradeToTheTermOfTheNewPlan() {
        var longer = catalog.plan("62.00", Map.of("fixedTermPeriods", 6));

        contract.decide("plan-changes", Map.of("planId", longer)).body("endDate", equalTo("2025-08-01"));

        assertThat(contract.lines("2025-01-11"))
                .containsExactly("CREDIT 2025-01-11..2025-02-01 -21.00", "RECURRING 2025-01-11..2025-02-01 42.00");
    }

    @Test
    void shouldUpgradeToAPlanWithoutATerm() {
        contract.decide("plan-changes", Map.of("planId", catalog.plan("62.00"))).body("endDate", nullValue());

        shop.moveClock("2025-06-01T10:00:00Z");
        assertThat(contract.view().get("status").asText()).isEqualTo("ACTIVE");
    }

    @Test
    void shouldBeFollowedByAnotherPlanOnTheDayItEnds() {
        var next = catalog.plan("62.00");

        contract.decide("plan-changes", Map.of("planId", next, "when", "DATE", "on", "2025-04-01"))
                .body("endDate", nullValue());
        shop.moveClock("2025-04-01T10:00:00Z");

        assertThat(contract.lines("2025-04-01")).containsExactly("RECURRING 2025-04-01..2025-05-01 62.00");
        assertThat(contract.lines()).hasSize(4);
        new Invariants(shop).shouldHold();
    }

    @Test
    void shouldChangeSeatsRestAndMoveWithinTheTerm() {
        var seats = catalog.sign(
                catalog.account(), catalog.seatPlan("3.10", Map.of("fixedTermPeriods", 3)), Map.of("seats", 10));
        seats.decide("seat-changes", Map.of("seats", 20)).body("endDate", equalTo("2025-04-11"));

        contract.decide("pauses", Map.of());
        assertThat(contract.lines("2025-01-11")).containsExactly("NOTE 2025-01-11..2025-02-01 21.00");
        shop.moveClock("2025-02-10T10:00:00Z");
        contract.decide("resumptions", Map.of()).body("endDate", equalTo("2025-04-01"));
        contract.decide("billing-anchors", Map.of("anchor", Map.of("rule", "BILLING_DAY", "day", 15)));

        shop.moveClock("2025-06-01T10:00:00Z");
        assertThat(contract.lines("2025-03-15")).containsExactly("RECURRING 2025-03-15..2025-04-01 17.00");
        assertThat(contract.view().get("status").asText()).isEqualTo("CANCELLED");
        new Invariants(shop).shouldHold();
    }

    @Test
    void shouldRefuseWhatWouldHoldOnlyAfterTheTerm() {
        for (var decision : Map.of(
                        "seat-changes", Map.of("seats", 5, "on", "2025-04-01"),
                        "pauses", Map.of("on", "2025-04-01"),
                        "plan-changes", Map.of("planId", catalog.plan("62.00"), "on", "2025-04-02"))
                .entrySet()) {
            contract.tryTo(decision.getKey(), decision.getValue())
                    .statusCode(409)
                    .body("code", equalTo("subscription-ending"));
        }
    }

    @Test
    void shouldRefuseAllOfItOnceItsEndIsDecided() {
        contract.decide("cancellations", Map.of("effective", "DATE", "on", "2025-03-10"));

        for (var decision : Map.of(
                        "seat-changes", Map.of("seats", 5),
                        "pauses", Map.of(),
                        "plan-changes", Map.of("planId", catalog.plan("62.00")),
                        "billing-anchors", Map.of("anchor", Map.of("rule", "BILLING_DAY", "day", 15)))
                .entrySet()) {
            contract.tryTo(decision.getKey(), decision.getValue())
                    .statusCode(409)
                    .body("code", equalTo("subscription-ending"));
        }

        // Taken back, the term holds as it did.
        contract.decide("reactivations", null).body("endDate", equalTo("2025-04-01"));
        contract.decide("seat-changes", Map.of("seats", 5)).body("endDate", equalTo("2025-04-01"));
    }

    @Test
    void shouldTakeItsAddOnsAlong() {
        var extra = catalog.plan("31.00", Map.of("addOnOf", quarter));
        var addOn = catalog.sign(contract.account(), extra, Map.of("baseSubscriptionId", contract.id()));
        assertThat(addOn.view().get("endDate").asText()).isEqualTo("2025-04-01");

        contract.decide("plan-changes", Map.of("planId", catalog.plan("62.00")));
        assertThat(addOn.view().has("endDate")).isFalse();
        contract.decide(
                "plan-changes", Map.of("planId", catalog.plan("310.00", Map.of("fixedTermPeriods", 2)), "when", "NOW"));
        assertThat(addOn.view().get("endDate"))
                .isNotNull()
                .isEqualTo(contract.view().get("endDate"));
        addOn.decide("seat-changes", Map.of("seats", 3));
    }
}
