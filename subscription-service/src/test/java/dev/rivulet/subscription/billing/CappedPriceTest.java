package dev.rivulet.subscription.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.rivulet.subscription.Invariants;
import dev.rivulet.subscription.Metering;
import dev.rivulet.subscription.Shop;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the catalog's terms leave free or do not let grow is billed as the catalog quotes it. */
@QuarkusTest
class CappedPriceTest {

    private Shop shop;
    private Metering metering;

    @BeforeEach
    void open() {
        shop = Shop.at("2025-01-01T10:00:00Z");
        metering = Metering.of(shop);
    }

    @Test
    void shouldChargeUsageUpToTheMaximum() {
        var plan = metering.catalog().plan("9.00");
        metering.catalog()
                .price(
                        plan,
                        "usage",
                        Map.of(
                                "model",
                                "USAGE",
                                "metric",
                                "calls",
                                "rating",
                                "PER_UNIT",
                                "amount",
                                "1.00",
                                "maximumAmount",
                                "50"),
                        Map.of());
        var contract = metering.catalog().sign(plan);
        metering.use(contract.account(), "40", "2025-01-10T12:00:00Z");
        shop.moveClock("2025-02-01T10:00:00Z").statusCode(200);
        metering.use(contract.account(), "30", "2025-01-20T12:00:00Z");
        metering.use(contract.account(), "60", "2025-02-02T12:00:00Z");
        shop.moveClock("2025-03-01T10:00:00Z").statusCode(200);

        assertThat(Metering.lines(contract))
                .containsExactlyInAnyOrder(
                        "2025-02-01 USAGE 40 40.00",
                        "2025-03-01 USAGE_ADJUSTMENT 70 10.00",
                        "2025-03-01 USAGE 60 50.00");
        var invoice = contract.lastInvoice();
        var line = invoice.get("lines")
                .valueStream()
                .filter(each -> each.get("kind").asText().equals("USAGE"))
                .findFirst()
                .orElseThrow();
        shop.as("billing")
                .get("/invoices/" + invoice.get("id").asText() + "/lines/" + line.get("position") + "/explanation")
                .then()
                .statusCode(200)
                .body("matches", equalTo(true))
                .body("explanation.steps.size()", equalTo(2));
        new Invariants(shop).shouldHold();
    }

    @Test
    void shouldChargeSeatsUpToTheMaximum() {
        var plan = metering.catalog().plan("0.00");
        metering.catalog()
                .price(plan, "seat", Map.of("model", "PER_UNIT", "amount", "20.00", "maximumAmount", "50"), Map.of());
        var contract = metering.catalog().sign(metering.catalog().account(), plan, Map.of("seats", 3));
        shop.moveClock("2025-02-01T10:00:00Z").statusCode(200);

        assertThat(Metering.sum(contract)).isEqualByComparingTo("100");
        new Invariants(shop).shouldHold();
    }

    @Test
    void shouldChargePackagesAfterWhatIsFree() {
        var plan = metering.catalog().plan("9.00");
        metering.catalog()
                .price(
                        plan,
                        "usage",
                        Map.of(
                                "model",
                                "USAGE",
                                "metric",
                                "calls",
                                "rating",
                                "PACKAGE",
                                "packageSize",
                                "100",
                                "amount",
                                "5",
                                "freeQuantity",
                                "100"),
                        Map.of());
        var contract = metering.catalog().sign(plan);
        metering.use(contract.account(), "201", "2025-01-10T12:00:00Z");
        shop.moveClock("2025-02-01T10:00:00Z").statusCode(200);

        assertThat(Metering.lines(contract)).containsExactly("2025-02-01 USAGE 201 10.00");
        new Invariants(shop).shouldHold();
    }
}
