package dev.rivulet.subscription.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.rivulet.subscription.Catalog;
import dev.rivulet.subscription.Contract;
import dev.rivulet.subscription.Shop;
import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An add-on shares the periods of what it is bought in addition to, and its fate. */
@QuarkusTest
class AddOnTest {

    private Shop shop;
    private Catalog catalog;
    private UUID plan;
    private UUID extra;
    private Contract base;

    @BeforeEach
    void open() {
        shop = Shop.at("2025-01-01T10:00:00Z");
        catalog = Catalog.of(shop);
        plan = catalog.plan("62.00");
        extra = catalog.plan("31.00", Map.of("addOnOf", plan));
        base = catalog.sign(plan);
    }

    /** Rehearsed first, so that each test shows that too. */
    private Contract addOn(Map<String, ?> more) {
        var all = new HashMap<String, Object>(Map.of("baseSubscriptionId", base.id()));
        all.putAll(more);
        return catalog.signRehearsed(base.account(), extra, all);
    }

    @Test
    void shouldShareThePeriodsAndTheInvoice() {
        shop.moveClock("2025-01-11T10:00:00Z");
        var addOn = addOn(Map.of());

        assertThat(addOn.lines()).containsExactly("2025-01-11 RECURRING 2025-01-11..2025-02-01 21.00");
        assertThat(addOn.view().get("baseId").asText()).isEqualTo(base.id().toString());
        shop.moveClock("2025-02-01T10:00:00Z").body("invoices", equalTo(1));
        assertThat(base.lastInvoice().at("/total/amount").asText()).isEqualTo("93.00");
    }

    @Test
    void shouldForetellTaxAndDiscountOfWhatIsBackDated() {
        shop.moveClock("2025-03-11T10:00:00Z");
        shop.tax("19");
        shop.discount(base.account(), "10");

        var addOn = addOn(Map.of("startDate", "2025-02-21", "seats", 2));

        assertThat(addOn.lines())
                .containsExactly(
                        "2025-03-11 RECURRING 2025-02-21..2025-03-01 8.86",
                        "2025-03-11 RECURRING 2025-03-01..2025-04-01 31.00");
        assertThat(base.lastInvoice().at("/discount/amount").asText()).isEqualTo("3.99");
        assertThat(base.lastInvoice().at("/tax/amount").asText()).isEqualTo("6.82");
    }

    @Test
    void shouldEndWithItsBase() {
        var addOn = addOn(Map.of());
        var own = addOn(Map.of());
        own.decide("cancellations", Map.of("effective", "DATE", "on", "2025-01-05"));
        shop.moveClock("2025-01-11T10:00:00Z");

        base.decide("cancellations", Map.of("effective", "NOW"));

        assertThat(addOn.view().get("status").asText()).isEqualTo("CANCELLED");
        assertThat(base.lines("2025-01-11")).containsExactly("NOTE 2025-01-11..2025-02-01 42.00");
        assertThat(addOn.lines("2025-01-11")).containsExactly("NOTE 2025-01-11..2025-02-01 21.00");
        assertThat(own.lines("2025-01-11")).isEmpty();
        assertThat(base.mrr()).isEqualTo("0");
    }

    @Test
    void shouldGoOnWithItsBaseWhereItWasToEndWithIt() {
        var addOn = addOn(Map.of());
        base.decide("cancellations", Map.of("effective", "END_OF_PERIOD"));
        assertThat(addOn.view().get("endDate").asText()).isEqualTo("2025-02-01");

        addOn.tryTo("reactivations", null).statusCode(409).body("code", equalTo("base-subscription-ending"));
        base.decide("reactivations", null).body("endDate", nullValue());

        assertThat(addOn.view().has("endDate")).isFalse();
        shop.moveClock("2025-02-01T10:00:00Z");
        assertThat(base.lastInvoice().at("/total/amount").asText()).isEqualTo("93.00");
    }

    @Test
    void shouldEndOnItsOwnBefore() {
        var addOn = addOn(Map.of());
        addOn.decide("cancellations", Map.of("effective", "END_OF_PERIOD"));

        base.decide("cancellations", Map.of("effective", "DATE", "on", "2025-03-01"));
        assertThat(addOn.view().get("endDate").asText()).isEqualTo("2025-02-01");
        base.decide("reactivations", null);

        assertThat(addOn.view().get("endDate").asText()).isEqualTo("2025-02-01");
    }

    @Test
    void shouldRestWithItsBase() {
        var addOn = addOn(Map.of());
        var ending = addOn(Map.of());
        ending.decide("cancellations", Map.of("effective", "DATE", "on", "2025-01-05"));
        shop.moveClock("2025-01-03T10:00:00Z");

        base.decide("pauses", Map.of("on", "2025-01-11"));
        shop.moveClock("2025-01-21T10:00:00Z");
        assertThat(addOn.view().get("phase").asText()).isEqualTo("PAUSED");
        assertThat(addOn.lines("2025-01-03")).isEmpty();
        assertThat(addOn.lines("2025-01-11")).containsExactly("NOTE 2025-01-11..2025-02-01 21.00");
        base.decide("resumptions", null);

        assertThat(addOn.lines("2025-01-21")).containsExactly("RECURRING 2025-01-21..2025-02-01 11.00");
        assertThat(base.lines("2025-01-21")).containsExactly("RECURRING 2025-01-21..2025-02-01 22.00");
    }

    @Test
    void shouldMoveWithItsBase() {
        var addOn = addOn(Map.of());

        base.decide("billing-anchors", Map.of("anchor", Map.of("rule", "BILLING_DAY", "day", 15)));

        shop.moveClock("2025-02-15T10:00:00Z");
        assertThat(addOn.lines())
                .containsExactly(
                        "2025-01-01 RECURRING 2025-01-01..2025-02-01 31.00",
                        "2025-02-01 RECURRING 2025-02-01..2025-02-15 14.00",
                        "2025-02-15 RECURRING 2025-02-15..2025-03-15 31.00");
        addOn.tryTo("billing-anchors", Map.of("anchor", Map.of("rule", "CALENDAR")))
                .statusCode(422)
                .body("errors[0].code", equalTo("anchor-of-add-on"))
                .body("errors[0].pointer", equalTo("/anchor"));
    }

    @Test
    void shouldRefuseWhatIsNoAddOn() {
        refused(Map.of(), extra, "base-subscription-missing", "/baseSubscriptionId");
        refused(
                Map.of("baseSubscriptionId", UUID.randomUUID()),
                extra,
                "base-subscription-unknown",
                "/baseSubscriptionId");
        refused(Map.of("baseSubscriptionId", base.id()), plan, "not-an-add-on", "/planId");
        refused(
                Map.of("baseSubscriptionId", base.id(), "anchor", Map.of("rule", "CALENDAR")),
                extra,
                "anchor-of-add-on",
                "/anchor");
        refused(
                Map.of("baseSubscriptionId", base.id(), "startDate", "2024-12-31"),
                extra,
                "base-subscription-not-running",
                "/baseSubscriptionId");
        base.decide("cancellations", Map.of("effective", "END_OF_PERIOD"));
        refused(
                Map.of("baseSubscriptionId", base.id(), "startDate", "2025-02-01"),
                extra,
                "base-subscription-not-running",
                "/baseSubscriptionId");
    }

    private void refused(Map<String, ?> more, UUID of, String code, String pointer) {
        shop.as("sales")
                .body(catalog.request(base.account(), of, more))
                .post("/subscriptions")
                .then()
                .statusCode(422)
                .body("errors[0].code", equalTo(code))
                .body("errors[0].pointer", equalTo(pointer));
    }
}
