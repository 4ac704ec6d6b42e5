package dev.rivulet.subscription.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.rivulet.subscription.Shop;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TestClockTest {

    @Test
    void shouldStandWhereItWasPutAndOnlyGoForward() {
        var shop = Shop.at("2025-01-15T10:00:00Z");

        read(shop, "2025-01-15T10:00:00Z");
        shop.moveClock("2025-01-16T10:00:00Z").body("now", equalTo("2025-01-16T10:00:00Z"));
        shop.moveClock("2025-01-16T10:00:00Z").statusCode(200).body("invoices", equalTo(0));
        shop.moveClock("2025-01-16T09:59:59Z")
                .statusCode(422)
                .body("code", equalTo("clock-backwards"))
                .body("errors[0].pointer", equalTo("/now"));
        read(shop, "2025-01-16T10:00:00Z");
    }

    @Test
    void shouldBelongToSandboxesOnly() {
        var shop = Shop.live();

        shop.moveClock("2025-01-15T10:00:00Z").statusCode(403).body("code", equalTo("sandbox-only"));
        shop.as("ops").get("/test-clock").then().statusCode(200).body("stands", equalTo(false));
    }

    @Test
    void shouldStayInASensibleTime() {
        var shop = Shop.at("2025-01-15T10:00:00Z");

        for (var now :
                java.util.List.of("1999-12-31T23:59:59Z", "2100-01-01T00:00:00Z", "+999999999-12-31T23:59:59Z")) {
            shop.moveClock(now).statusCode(422).body("code", equalTo("clock-range"));
        }
    }

    @Test
    void shouldStopWhereSomethingFallsDue() {
        var shop = Shop.at("2025-01-15T10:00:00Z");
        var id = shop.subscribed("49.00");

        shop.moveClock("2025-04-20T00:00:00Z").body("invoices", equalTo(3)).body("failed", equalTo(0));

        assertThat(shop.invoices(id, "issueDate"))
                .containsExactly("2025-01-15", "2025-02-15", "2025-03-15", "2025-04-15");
        read(shop, "2025-04-20T00:00:00Z");
    }

    private static void read(Shop shop, String now) {
        shop.as("ops")
                .get("/test-clock")
                .then()
                .statusCode(200)
                .body("now", equalTo(now))
                .body("stands", equalTo(true));
    }
}
