package dev.rivulet.subscription.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.rivulet.subscription.Catalog;
import dev.rivulet.subscription.Contract;
import dev.rivulet.subscription.Invariants;
import dev.rivulet.subscription.Shop;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever plan its base takes and whenever an add-on is bought, it shares the periods of its base. */
@QuarkusTest
class AddOnPlanTest {

    private Shop shop;
    private Catalog catalog;
    private UUID plan;
    private UUID extra;

    @BeforeEach
    void open() {
        shop = Shop.at("2025-01-01T10:00:00Z");
        catalog = Catalog.of(shop);
        plan = catalog.plan("62.00");
        extra = catalog.plan("31.00", Map.of("addOnOf", plan));
    }

    @AfterEach
    void shouldHold() {
        new Invariants(shop).shouldHold();
    }

    private Contract addOn(Contract base, UUID of) {
        return catalog.sign(base.account(), of, Map.of("baseSubscriptionId", base.id()));
    }

    @Test
    void shouldStayWhatItIs() {
        var base = catalog.sign(plan);
        var addOn = addOn(base, extra);
        var larger = catalog.plan("46.50", Map.of("addOnOf", plan));

        refused(base, Map.of("planId", extra), "base-subscription-missing", "/planId");
        refused(addOn, Map.of("planId", plan), "not-an-add-on", "/planId");
        refused(
                addOn,
                Map.of("planId", larger, "anchor", Map.of("rule", "BILLING_DAY", "day", 15)),
                "anchor-of-add-on",
                "/anchor");
        shop.moveClock("2025-01-17T10:00:00Z");
        addOn.decide("plan-changes", Map.of("planId", larger, "when", "NOW"));

        assertThat(addOn.lines("2025-01-17"))
                .containsExactly("CREDIT 2025-01-17..2025-02-01 -15.00", "RECURRING 2025-01-17..2025-02-01 22.50");
    }

    @Test
    void shouldEndWithAFixedTermWhateverItsPlan() {
        var fixed = catalog.plan("62.00", Map.of("fixedTermPeriods", 3));
        var small = catalog.plan("31.00", Map.of("addOnOf", fixed));
        var large = catalog.plan("46.50", Map.of("addOnOf", fixed));
        var base = catalog.sign(fixed);
        var addOn = addOn(base, small);

        addOn.decide("plan-changes", Map.of("planId", large, "when", "END_OF_PERIOD"));

        assertThat(addOn.view().get("endDate").asText()).isEqualTo("2025-04-01");
        shop.moveClock("2025-05-01T10:00:00Z");
        assertThat(addOn.lines())
                .containsExactly(
                        "2025-01-01 RECURRING 2025-01-01..2025-02-01 31.00",
                        "2025-02-01 RECURRING 2025-02-01..2025-03-01 46.50",
                        "2025-03-01 RECURRING 2025-03-01..2025-04-01 46.50");
    }

    @Test
    void shouldMoveWithThePlanOfItsBase() {
        var base = catalog.sign(plan);
        var addOn = addOn(base, extra);
        var larger = catalog.plan("93.00");

        base.decide(
                "plan-changes",
                Map.of("planId", larger, "when", "END_OF_PERIOD", "anchor", Map.of("rule", "BILLING_DAY", "day", 15)));

        shop.moveClock("2025-02-15T10:00:00Z");
        assertThat(base.lines("2025-02-01")).containsExactly("RECURRING 2025-02-01..2025-02-15 42.00");
        assertThat(addOn.lines())
                .containsExactly(
                        "2025-01-01 RECURRING 2025-01-01..2025-02-01 31.00",
                        "2025-02-01 RECURRING 2025-02-01..2025-02-15 14.00",
                        "2025-02-15 RECURRING 2025-02-15..2025-03-15 31.00");
    }

    @Test
    void shouldMoveWithTheTrialOfItsBase() {
        var tried = catalog.plan("62.00", Map.of("trialDays", 14));
        var more = catalog.plan("31.00", Map.of("addOnOf", tried));
        var longer = catalog.plan("62.00", Map.of("trialDays", 30));
        var base = catalog.sign(tried);
        var addOn = addOn(base, more);
        assertThat(addOn.lines()).containsExactly("2025-01-01 RECURRING 2025-01-01..2025-01-15 14.00");
        shop.moveClock("2025-01-10T10:00:00Z");

        base.decide("plan-changes", Map.of("planId", longer, "when", "NOW"));

        shop.moveClock("2025-03-01T10:00:00Z");
        assertThat(base.lines("2025-01-31")).containsExactly("RECURRING 2025-01-31..2025-02-28 62.00");
        assertThat(addOn.lines("2025-01-31")).containsExactly("RECURRING 2025-01-31..2025-02-28 31.00");
        assertThat(addOn.lines("2025-02-28")).containsExactly("RECURRING 2025-02-28..2025-03-31 31.00");
    }

    @Test
    void shouldMoveWhenItsBaseDoesAndNotBefore() {
        var base = catalog.sign(plan);
        base.decide("billing-anchors", Map.of("anchor", Map.of("rule", "BILLING_DAY", "day", 15)));
        shop.moveClock("2025-01-11T10:00:00Z");

        var addOn = addOn(base, extra);

        shop.moveClock("2025-02-15T10:00:00Z");
        assertThat(addOn.lines())
                .containsExactly(
                        "2025-01-11 RECURRING 2025-01-11..2025-02-01 21.00",
                        "2025-02-01 RECURRING 2025-02-01..2025-02-15 14.00",
                        "2025-02-15 RECURRING 2025-02-15..2025-03-15 31.00");
    }

    @Test
    void shouldRestWhileItsBaseDoes() {
        var base = catalog.sign(plan);
        base.decide("pauses", Map.of("on", "2025-01-11"));
        shop.moveClock("2025-01-16T10:00:00Z");

        var addOn = addOn(base, extra);
        assertThat(addOn.lines()).isEmpty();
        assertThat(addOn.view().get("phase").asText()).isEqualTo("PAUSED");
        shop.moveClock("2025-01-21T10:00:00Z");
        base.decide("resumptions", null);

        assertThat(addOn.lines()).containsExactly("2025-01-21 RECURRING 2025-01-21..2025-02-01 11.00");
    }

    private static void refused(Contract contract, Map<String, ?> change, String code, String pointer) {
        contract.tryTo("plan-changes", change)
                .statusCode(422)
                .body("errors[0].code", equalTo(code))
                .body("errors[0].pointer", equalTo(pointer));
    }
}
