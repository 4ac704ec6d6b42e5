package dev.rivulet.subscription.metrics;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rivulet.kit.testing.Sql;
import dev.rivulet.subscription.SalesDesk;
import dev.rivulet.subscription.Shop;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Recurring revenue by who sold it and by the activity that selling it is. */
@QuarkusTest
class MrrFactsTest {

    private static final UUID SELLER = UUID.randomUUID();

    @Test
    void shouldTellRevenueApartByPartnerAndActivity() {
        var shop = Shop.at("2026-03-02T10:00:00Z");
        var desk = new SalesDesk(shop);
        var assignment = assign(shop, SELLER, "62.09");
        var plan = shop.plan("50.00");
        var proposition = shop.proposition();
        var partner = desk.partner("gold");
        var deal = desk.deal(proposition, plan);
        deal.put("registrationId", desk.approved(partner, "Northwind"));
        List<String> sold = desk.won(deal, "2026-03-31").extract().path("subscriptionIds");
        var own = shop.subscribe(shop.account(), shop.plan("30.00"), proposition);

        assertThat(sums(shop, "partner", "NEW")).containsOnly(Map.entry(partner.toString(), "50.00"), own("30.00"));
        assertThat(sums(shop, "activityCode", "NEW")).containsOnly(Map.entry("62.09", "80.00"));

        // Whoever sold it keeps what becomes of it; a code that two sellers see otherwise is nobody's.
        shop.cancel(UUID.fromString(sold.getFirst())).statusCode(200);
        assign(shop, UUID.randomUUID(), "47.91");
        await().atMost(60, SECONDS).until(() -> lastKnown(shop));
        shop.moveClock("2026-05-01T10:00:00Z").statusCode(200);
        shop.cancel(own).statusCode(200);

        assertThat(sums(shop, "partner", "CHURN")).containsOnly(Map.entry(partner.toString(), "-50.00"));
        assertThat(sums(shop, "activityCode", "CHURN")).containsOnly(own("-50.00"));
        shop.send(Shop.ACTIVITIES, "dev.rivulet.catalog.activity-assignment.changed.v1", assignment, 2, null);
        await().atMost(60, SECONDS)
                .untilAsserted(
                        () -> assertThat(Sql.column("SELECT code FROM offer_activity WHERE tenant_id = ?", shop.tenant))
                                .containsExactly("47.91"));
    }

    /** Of the promise it was sold with, also after that is one to others. */
    @Test
    void shouldTellRevenueApartBySegment() {
        var shop = Shop.at("2026-03-02T10:00:00Z");
        var makers = UUID.randomUUID();
        var traders = UUID.randomUUID();
        var plan = shop.plan("50.00");
        var made = shop.proposition(shop.product, makers);
        var traded = shop.proposition(shop.product, traders);
        var lost = shop.subscribe(shop.account(), plan, made);
        shop.subscribe(shop.account(), shop.plan("30.00"), made);
        shop.subscribe(shop.account(), plan, traded);

        assertThat(sums(shop, "segment", "NEW"))
                .containsOnly(Map.entry(makers.toString(), "80.00"), Map.entry(traders.toString(), "50.00"));
        assertThat(groups(shop))
                .containsOnly(Map.entry(makers.toString(), "80.00 2"), Map.entry(traders.toString(), "50.00 1"));

        shop.cancel(lost).statusCode(200);
        shop.moveClock("2026-05-01T10:00:00Z").statusCode(200);

        assertThat(sums(shop, "segment", "CHURN")).containsOnly(Map.entry(makers.toString(), "-50.00"));
        assertThat(groups(shop))
                .containsOnly(Map.entry(makers.toString(), "30.00 1"), Map.entry(traders.toString(), "50.00 1"));
    }

    private static Map<String, String> groups(Shop shop) {
        List<Map<String, Object>> items = shop.as("ops")
                .queryParam("groupBy", "segment")
                .get("/metrics/mrr/groups")
                .then()
                .statusCode(200)
                .extract()
                .path("items");
        return items.stream()
                .collect(Collectors.toMap(
                        item -> String.valueOf(item.get("key")),
                        item -> ((Map<?, ?>) item.get("mrr")).get("amount") + " " + item.get("subscriptions")));
    }

    /** Longer than what is remembered of a code is good for. */
    private static boolean lastKnown(Shop shop) {
        return Sql.number("SELECT count(DISTINCT code) FROM offer_activity WHERE tenant_id = ?", shop.tenant) == 2;
    }

    private static UUID assign(Shop shop, UUID seller, String code) {
        var id = UUID.randomUUID();
        shop.send(
                Shop.ACTIVITIES,
                "dev.rivulet.catalog.activity-assignment.changed.v1",
                id,
                1,
                Map.of("id", id, "sellerId", seller, "productId", shop.product, "code", code));
        await().atMost(60, SECONDS)
                .until(() -> Sql.number(
                                "SELECT count(*) FROM offer_activity WHERE tenant_id = ? AND code = '" + code + "'",
                                shop.tenant)
                        == 1);
        return id;
    }

    private static Map.Entry<String, String> own(String amount) {
        return Map.entry("none", amount);
    }

    private static Map<String, String> sums(Shop shop, String by, String kind) {
        List<Map<String, Object>> items = shop.as("ops")
                .queryParam("groupBy", by)
                .queryParam("kind", kind)
                .get("/metrics/movements")
                .then()
                .statusCode(200)
                .extract()
                .path("items");
        return items.stream()
                .collect(Collectors.toMap(
                        item -> String.valueOf(item.getOrDefault("key", "none")),
                        item -> ((Map<?, ?>) item.get("amount")).get("amount").toString()));
    }
}
