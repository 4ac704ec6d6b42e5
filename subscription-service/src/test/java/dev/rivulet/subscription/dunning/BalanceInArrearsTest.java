package dev.rivulet.subscription.dunning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.rivulet.kit.tenancy.Tenants;
import dev.rivulet.subscription.Catalog;
import dev.rivulet.subscription.Shop;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A change of plan leaves 42.00 on the balance of a customer that owes an invoice of another subscription. */
@QuarkusTest
class BalanceInArrearsTest {

    @Inject
    Dunning dunning;

    @Inject
    Tenants tenants;

    private Shop shop;
    private UUID account;
    private Object invoice;

    private void owing(String amount) {
        shop = Shop.at("2025-01-01T10:00:00Z");
        var catalog = Catalog.of(shop);
        account = catalog.account();
        shop.as("billing")
                .body(Map.of(
                        "name",
                        "Strict",
                        "steps",
                        List.of(
                                Map.of("daysOverdue", 3, "action", "REMIND"),
                                Map.of("daysOverdue", 5, "action", "SUSPEND"))))
                .post("/dunning-policies")
                .then()
                .statusCode(201);
        var paid = catalog.sign(account, catalog.plan("93.00"), Map.of());
        shop.pay(paid.lastInvoice().get("id").asText(), "93.00", "EUR", "T-1", "2025-01-01")
                .statusCode(201);
        invoice = catalog.sign(account, catalog.plan(amount), Map.of())
                .lastInvoice()
                .get("id")
                .asText();
        shop.moveClock("2025-01-11T10:00:00Z");
        paid.decide("plan-changes", Map.of("planId", catalog.plan("31.00"), "when", "NOW"));
        assertThat(paid.balance()).isEqualTo("42.00");
        shop.as("billing").get("/invoices/" + invoice).then().body("due.amount", equalTo(amount));
    }

    @Test
    void shouldRemindNobodyOfWhatTheBalanceCovers() {
        owing("42.00");

        casesOn("2025-01-20").body("items", hasSize(0));
    }

    @Test
    void shouldRemindOfTheRestAlone() {
        owing("62.00");

        casesOn("2025-01-20")
                .body("items[0].suspended", equalTo(true))
                .body("items[0].steps.owed.amount", contains("20.00", "20.00"));

        // With the rest paid, nothing is owed that we do not owe too.
        shop.pay(invoice, "20.00", "EUR", "T-2", "2025-01-20").statusCode(201);
        casesOn("2025-01-20").body("items[0].status", equalTo("SETTLED")).body("items[0].suspended", equalTo(false));
    }

    private ValidatableResponse casesOn(String day) {
        shop.moveClock(day + "T12:00:00Z").statusCode(200);
        tenants.as(shop.tenant, () -> {
            dunning.runDue();
            return day;
        });
        return shop.as("ops").get("/dunning-cases?accountId=" + account).then().statusCode(200);
    }
}
