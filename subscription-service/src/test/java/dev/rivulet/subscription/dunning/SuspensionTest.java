package dev.rivulet.subscription.dunning;

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
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who is suspended is not served: invoices of 1 January are due on the 15th, and the service stops on the 25th. */
@QuarkusTest
class SuspensionTest {

    private Shop shop;
    private Catalog catalog;
    private UUID payer;
    private Contract own;
    private Contract child;

    @BeforeEach
    void open() {
        shop = Shop.at("2025-01-01T10:00:00Z");
        catalog = Catalog.of(shop);
        payer = catalog.account();
        own = catalog.sign(payer, catalog.plan("31.00"), Map.of());
        var below = Shop.id(shop.as("sales")
                .body(Map.of("name", "Branch", "zone", "UTC", "currency", "EUR", "parentId", payer, "rollUp", true))
                .post("/accounts")
                .then()
                .statusCode(201));
        child = catalog.sign(below, catalog.plan("62.00"), Map.of());
        catalog.sign(catalog.plan("93.00"));
    }

    private void policy(Map<String, ?> more) {
        var body = new HashMap<String, Object>(
                Map.of("name", "Strict", "steps", List.of(Map.of("daysOverdue", 10, "action", "SUSPEND"))));
        body.putAll(more);
        shop.as("billing").body(body).post("/dunning-policies").then().statusCode(201);
    }

    private void payAll(String on) {
        var due = shop.as("billing")
                .get("/invoices?limit=200&accountId=" + payer)
                .then()
                .extract()
                .<List<Map<String, Object>>>path("items");
        due.stream()
                .filter(invoice -> List.of("FINALIZED", "PARTIALLY_PAID").contains(invoice.get("status")))
                .forEach(invoice -> shop.pay(
                                invoice.get("id"),
                                ((Map<?, ?>) invoice.get("due")).get("amount").toString(),
                                "EUR",
                                "T-" + invoice.get("id"),
                                on)
                        .statusCode(201));
    }

    private static String status(Contract contract) {
        return contract.view().get("status").asText();
    }

    @Test
    void shouldShowThatNobodyIsServedAndGoOnCharging() {
        policy(Map.of());
        shop.moveClock("2025-01-24T10:00:00Z").statusCode(200);
        assertThat(status(own)).isEqualTo("ACTIVE");

        shop.moveClock("2025-02-01T10:00:00Z").statusCode(200);

        for (var contract : List.of(own, child)) {
            assertThat(status(contract)).isEqualTo("SUSPENDED");
            assertThat(contract.view().get("suspendedOn").asText()).isEqualTo("2025-01-25");
            assertThat(contract.view().get("phase").asText()).isEqualTo("RUNNING");
        }
        assertThat(own.lines("2025-02-01")).containsExactly("RECURRING 2025-02-01..2025-03-01 31.00");
        shop.as("ops")
                .get("/subscriptions")
                .then()
                // And the third, which owes as well.
                .body("items.findAll { it.status == 'SUSPENDED' }.size()", equalTo(3));
        // Something may be decided meanwhile, and changes nothing about it.
        own.decide("seat-changes", Map.of("seats", 3)).body("status", equalTo("SUSPENDED"));

        payAll("2025-02-01");

        assertThat(status(own)).isEqualTo("ACTIVE");
        assertThat(status(child)).isEqualTo("ACTIVE");
        assertThat(own.view().has("suspendedOn")).isFalse();
        new Invariants(shop).shouldHold();
    }

    @Test
    void shouldChargeNothingMeanwhileWhereThePolicySaysSo() {
        policy(Map.of("whileSuspended", "STOPS"));

        shop.moveClock("2025-02-05T10:00:00Z").statusCode(200);

        assertThat(status(own)).isEqualTo("SUSPENDED");
        assertThat(own.view().get("phase").asText()).isEqualTo("PAUSED");
        assertThat(own.lines())
                .contains(
                        "2025-01-01 RECURRING 2025-01-01..2025-02-01 31.00",
                        "2025-01-25 NOTE 2025-01-25..2025-02-01 7.00")
                .hasSize(2);

        payAll("2025-02-05");

        assertThat(status(own)).isEqualTo("ACTIVE");
        assertThat(own.view().get("phase").asText()).isEqualTo("RUNNING");
        assertThat(own.lines("2025-02-05")).containsExactly("RECURRING 2025-02-05..2025-03-01 26.57");
        new Invariants(shop).shouldHold();
    }

    @Test
    void shouldEndWhatIsSuspended() {
        policy(Map.of());
        shop.moveClock("2025-01-26T10:00:00Z").statusCode(200);

        own.decide("cancellations", Map.of("effective", "NOW")).body("status", equalTo("CANCELLED"));

        payAll("2025-01-26");
        assertThat(status(own)).isEqualTo("CANCELLED");
    }
}
