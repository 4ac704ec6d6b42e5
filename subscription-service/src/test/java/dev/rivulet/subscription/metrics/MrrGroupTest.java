package dev.rivulet.subscription.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rivulet.subscription.Catalog;
import dev.rivulet.subscription.Shop;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What recurring revenue is made of adds up to it, however it came about. */
@QuarkusTest
class MrrGroupTest {

    @Test
    void shouldBeOfThePlanThatHolds() {
        var shop = Shop.at("2025-01-01T10:00:00Z");
        var catalog = Catalog.of(shop);
        var small = catalog.plan("31.00");
        var large = catalog.plan("62.00");
        var one = catalog.sign(small);
        var other = catalog.sign(small);
        shop.moveClock("2025-02-01T10:00:00Z");
        one.decide("plan-changes", Map.of("planId", large, "when", "NOW"));
        shop.moveClock("2025-03-01T10:00:00Z");
        other.decide("cancellations", Map.of("effective", "NOW"));

        assertThat(plans(shop, "2025-01-31")).containsExactly(small + " 62.00 2");
        assertThat(plans(shop, "2025-02-28")).containsExactlyInAnyOrder(small + " 31.00 1", large + " 62.00 1");
        assertThat(plans(shop, "2025-03-01")).containsExactly(large + " 62.00 1");
        assertThat(groups(shop, "product", "2025-02-28", 200)).containsExactly(shop.product + " 93.00 2");
        assertThat(groups(shop, "partner", "2025-02-28", 200)).containsExactly("null 93.00 2");
    }

    /** One by one, and all at once. */
    private static List<String> plans(Shop shop, String asOf) {
        var all = groups(shop, "plan", asOf, 200);
        assertThat(groups(shop, "plan", asOf, 1)).isEqualTo(all);
        return all;
    }

    private static List<String> groups(Shop shop, String by, String asOf, int limit) {
        var all = new ArrayList<String>();
        String cursor = null;
        do {
            var request = shop.as("ops")
                    .queryParam("groupBy", by)
                    .queryParam("asOf", asOf)
                    .queryParam("limit", limit);
            var page = (cursor == null ? request : request.queryParam("cursor", cursor))
                    .get("/metrics/mrr/groups")
                    .then()
                    .statusCode(200)
                    .extract();
            page.<List<Map<String, Object>>>path("items")
                    .forEach(group -> all.add(group.get("key") + " " + ((Map<?, ?>) group.get("mrr")).get("amount")
                            + " " + group.get("subscriptions")));
            cursor = page.path("nextCursor");
        } while (cursor != null);
        return all;
    }
}
