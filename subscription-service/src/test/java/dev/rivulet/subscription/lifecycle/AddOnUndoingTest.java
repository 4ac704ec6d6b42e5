package dev.rivulet.subscription.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.rivulet.subscription.Catalog;
import dev.rivulet.subscription.Contract;
import dev.rivulet.subscription.Invariants;
import dev.rivulet.subscription.Shop;
import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a decision did to add-ons is undone with it, and only with it. */
@QuarkusTest
class AddOnUndoingTest {

    private static final Map<String, ?> AT_END = Map.of("effective", "END_OF_PERIOD");
    private static final Map<String, ?> THE_15TH = Map.of("anchor", Map.of("rule", "BILLING_DAY", "day", 15));

    private Shop shop;
    private Catalog catalog;
    private UUID plan;
    private UUID extra;
    private Contract base;
    private Contract addOn;

    @BeforeEach
    void open() {
        shop = Shop.at("2025-01-01T10:00:00Z");
        catalog = Catalog.of(shop);
        plan = catalog.plan("62.00");
        extra = catalog.plan("31.00", Map.of("addOnOf", plan));
        base = catalog.sign(plan);
        addOn = addOn(Map.of());
    }

    @AfterEach
    void shouldHold() {
        new Invariants(shop).shouldHold();
    }

    private Contract addOn(Map<String, ?> more) {
        var all = new HashMap<String, Object>(Map.of("baseSubscriptionId", base.id()));
        all.putAll(more);
        return catalog.sign(base.account(), extra, all);
    }

    private static String undoing(Contract contract) {
        return "changes/" + contract.changes().getLast().get("id").asText() + "/undoings";
    }

    private String dueIn(String day) {
        shop.moveClock(day);
        return base.lastInvoice().at("/total/amount").asText();
    }

    @Test
    void shouldGoOnWithItsBaseOnly() {
        base.decide("cancellations", AT_END);

        addOn.tryTo(undoing(addOn), null).statusCode(409).body("code", equalTo("change-of-base"));
        var late = addOn(Map.of());
        base.decide(undoing(base), null);

        assertThat(addOn.view().has("endDate")).isFalse();
        assertThat(late.view().has("endDate")).isFalse();
        assertThat(addOn.changes().getFirst().has("undoneAt")).isTrue();
        assertThat(dueIn("2025-02-01T10:00:00Z")).isEqualTo("124.00");
    }

    @Test
    void shouldLeaveAloneWhatEndsByItself() {
        var gone = addOn(Map.of());
        base.decide("cancellations", AT_END);
        addOn.decide("cancellations", Map.of("effective", "DATE", "on", "2025-01-20"));
        gone.decide("cancellations", Map.of("effective", "NOW"));

        base.decide(undoing(base), null);

        assertThat(addOn.view().get("endDate").asText()).isEqualTo("2025-01-20");
        assertThat(gone.view().get("status").asText()).isEqualTo("CANCELLED");
        assertThat(dueIn("2025-02-01T10:00:00Z")).isEqualTo("62.00");
    }

    @Test
    void shouldLoseNothingThatWasDecidedSince() {
        base.decide("billing-anchors", THE_15TH);
        addOn.decide("seat-changes", Map.of("seats", 2, "when", "NOW"));

        base.tryTo(undoing(base), null).statusCode(409).body("code", equalTo("change-not-latest"));
    }

    @Test
    void shouldMoveBackWithItsBase() {
        base.decide("billing-anchors", THE_15TH);
        var late = addOn(Map.of());
        addOn.tryTo(undoing(addOn), null).statusCode(409).body("code", equalTo("change-of-base"));

        base.decide(undoing(base), null);

        shop.moveClock("2025-02-01T10:00:00Z");
        assertThat(addOn.lines("2025-02-01")).containsExactly("RECURRING 2025-02-01..2025-03-01 31.00");
        assertThat(late.lines("2025-02-01")).containsExactly("RECURRING 2025-02-01..2025-03-01 31.00");
        assertThat(base.lines("2025-02-01")).containsExactly("RECURRING 2025-02-01..2025-03-01 62.00");
    }

    @Test
    void shouldRestNoMore() {
        base.decide("pauses", Map.of("on", "2025-01-20"));

        base.decide(undoing(base), null);

        shop.moveClock("2025-02-01T10:00:00Z");
        assertThat(addOn.lines())
                .containsExactly(
                        "2025-01-01 RECURRING 2025-01-01..2025-02-01 31.00",
                        "2025-02-01 RECURRING 2025-02-01..2025-03-01 31.00");
    }

    @Test
    void shouldEndAgainWithAFixedTerm() {
        var fixed = catalog.plan("62.00", Map.of("fixedTermPeriods", 2));
        var more = catalog.plan("31.00", Map.of("addOnOf", fixed));
        var open = catalog.plan("93.00");
        base = catalog.sign(fixed);
        addOn = catalog.sign(base.account(), more, Map.of("baseSubscriptionId", base.id()));
        base.decide("plan-changes", Map.of("planId", open, "when", "END_OF_PERIOD"));
        assertThat(addOn.view().has("endDate")).isFalse();

        base.decide(undoing(base), null);

        assertThat(base.view().get("endDate").asText()).isEqualTo("2025-03-01");
        assertThat(addOn.view().get("endDate").asText()).isEqualTo("2025-03-01");
    }
}
