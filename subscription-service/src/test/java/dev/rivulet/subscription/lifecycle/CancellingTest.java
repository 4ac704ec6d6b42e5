package dev.rivulet.subscription.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.rivulet.subscription.Shop;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CancellingTest {

    @Test
    void shouldEndWithThePeriodThatHasBegun() {
        var shop = Shop.at("2025-01-31T10:00:00Z");
        var id = shop.subscribed("49.00");
        shop.moveClock("2025-02-10T10:00:00Z");

        shop.cancel(id)
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("status", equalTo("ACTIVE"))
                .body("endDate", equalTo("2025-02-28"));

        shop.moveClock("2025-02-27T22:59:59Z").body("invoices", equalTo(0));
        shop.subscription(id).body("status", equalTo("ACTIVE"));
        shop.moveClock("2025-02-27T23:00:00Z").body("invoices", equalTo(0));
        shop.subscription(id).body("status", equalTo("CANCELLED")).body("endDate", equalTo("2025-02-28"));
        shop.moveClock("2025-12-31T00:00:00Z").body("invoices", equalTo(0));
        assertThat(shop.invoices(id)).hasSize(1);
    }

    @Test
    void shouldEndATrialUncharged() {
        var shop = Shop.at("2025-01-20T10:00:00Z");
        var id = shop.subscribe(shop.account(), shop.plan("49.00", "EUR", 14), shop.proposition());

        shop.cancel(id).statusCode(200).body("endDate", equalTo("2025-02-03"));
        shop.moveClock("2025-06-01T00:00:00Z").body("invoices", equalTo(0));

        shop.subscription(id).body("status", equalTo("CANCELLED"));
        assertThat(shop.invoices(id)).isEmpty();
        shop.as("sales").get("/metrics/mrr").then().body("mrr.size()", equalTo(0));
    }

    @Test
    void shouldRefuseToCancelTwiceOrBlindly() {
        var shop = Shop.at("2025-01-31T10:00:00Z");
        var id = shop.subscribed("49.00");

        cancel(shop, id, null).statusCode(428);
        cancel(shop, id, "\"4\"").statusCode(412);
        cancel(shop, id, "0").statusCode(400).body("code", equalTo("etag-invalid"));
        cancel(shop, id, "\"0\"").statusCode(200);
        cancel(shop, id, "\"0\"").statusCode(412);
        cancel(shop, id, "\"1\"").statusCode(409).body("code", equalTo("subscription-ending"));
        shop.moveClock("2025-03-01T00:00:00Z");
        shop.cancel(id).statusCode(409).body("code", equalTo("subscription-cancelled"));
        shop.as("sales")
                .header("If-Match", "\"0\"")
                .body(Map.of("effective", "AT_ONCE"))
                .post("/subscriptions/" + id + "/cancellations")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/effective"));
        cancel(shop, UUID.randomUUID(), "\"0\"").statusCode(404);
    }

    private static io.restassured.response.ValidatableResponse cancel(Shop shop, UUID id, String ifMatch) {
        var request = shop.as("sales").body(Map.of("effective", "END_OF_PERIOD"));
        if (ifMatch != null) {
            request.header("If-Match", ifMatch);
        }
        return request.post("/subscriptions/" + id + "/cancellations").then();
    }
}
