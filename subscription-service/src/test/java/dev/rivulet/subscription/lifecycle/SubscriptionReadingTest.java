package dev.rivulet.subscription.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.rivulet.kit.testing.Sql;
import dev.rivulet.subscription.Catalog;
import dev.rivulet.subscription.Contract;
import dev.rivulet.subscription.Shop;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A subscription kept in memory must not outlive its rows, whoever has changed them. */
@QuarkusTest
class SubscriptionReadingTest {

    private Shop shop;
    private Contract contract;

    @BeforeEach
    void sign() {
        shop = Shop.at("2025-01-31T10:00:00Z");
        var catalog = Catalog.of(shop);
        contract = catalog.sign(catalog.account(), catalog.seatPlan("10.00", Map.of()), Map.of("seats", 2));
        assertThat(contract.view().path("seats").asInt()).isEqualTo(2);
    }

    private void change(String table, String set, String key) {
        Sql.run("UPDATE " + table + " SET " + set + " WHERE " + key + " = '" + contract.id() + "'");
    }

    @Test
    void shouldReadWhatAnotherReplicaHasWritten() {
        for (var name : new String[] {"Renamed", "Renamed again"}) {
            change("subscription", "plan_name = '" + name + "'", "id");
            for (var times = 0; times < 2; times++) {
                shop.subscription(contract.id()).body("planName", equalTo(name));
            }
        }
    }

    @Test
    void shouldReadWhatAnotherReplicaHasBilled() {
        shop.subscription(contract.id()).body("nextChargeOn", equalTo("2025-02-28"));
        change("billing_cursor", "billed_through = '2025-03-30'", "subscription_id");
        shop.subscription(contract.id()).body("nextChargeOn", equalTo("2025-03-31"));
    }

    @Test
    void shouldReadEachDecisionAtOnce() {
        for (var seats = 3; seats < 8; seats++) {
            contract.decide("seat-changes", Map.of("seats", seats));
            shop.subscription(contract.id()).body("seats", equalTo(seats));
        }
        contract.decide("pauses", Map.of("on", "2025-02-10"));
        shop.subscription(contract.id()).body("nextChargeOn", equalTo(null));
    }

    @Test
    void shouldReadAnotherDayInAnotherPeriod() {
        shop.moveClock("2025-03-12T10:00:00Z");
        shop.subscription(contract.id())
                .body("currentPeriodStart", equalTo("2025-02-28"))
                .body("currentPeriodEnd", equalTo("2025-03-31"));
    }

    @Test
    void shouldKeepItFromOthers() {
        Shop.live().as("sales").get("/subscriptions/" + contract.id()).then().statusCode(404);
        shop.as("sales").get("/subscriptions/" + UUID.randomUUID()).then().statusCode(404);
    }
}
