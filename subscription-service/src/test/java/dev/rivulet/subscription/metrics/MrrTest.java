package dev.rivulet.subscription.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.rivulet.kit.testing.Sql;
import dev.rivulet.subscription.Invariants;
import dev.rivulet.subscription.Shop;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class MrrTest {

    @Test
    void shouldTellTheStoryOfAnAccount() {
        var shop = Shop.at("2025-01-15T10:00:00Z");
        var small = shop.plan("10.00");
        var large = shop.plan("49.00");
        var proposition = shop.proposition();
        var account = shop.account();

        var first = shop.subscribe(account, large, proposition);
        shop.moveClock("2025-02-01T10:00:00Z");
        var second = shop.subscribe(account, small, proposition);
        shop.cancel(second).statusCode(200);
        shop.moveClock("2025-03-05T10:00:00Z");
        shop.cancel(first).statusCode(200);
        shop.moveClock("2025-04-01T10:00:00Z");
        shop.subscribe(account, small, proposition);

        assertThat(Sql.column(
                        "SELECT kind || ' ' || amount_minor || ' ' || moved_on FROM mrr_movement WHERE tenant_id = ?"
                                + " ORDER BY moved_on",
                        shop.tenant))
                .containsExactly(
                        "NEW 4900 2025-01-15",
                        "EXPANSION 1000 2025-02-01",
                        "CONTRACTION -1000 2025-03-01",
                        "CHURN -4900 2025-03-15",
                        "REACTIVATION 1000 2025-04-01");
        mrr(shop, "2025-01-14").isEqualTo(List.of());
        mrr(shop, "2025-01-15").isEqualTo(eur("49.00"));
        mrr(shop, "2025-02-28").isEqualTo(eur("59.00"));
        mrr(shop, "2025-03-01").isEqualTo(eur("49.00"));
        mrr(shop, "2025-03-14").isEqualTo(eur("49.00"));
        mrr(shop, "2025-03-15").isEqualTo(List.of());
        mrr(shop, "2025-04-01").isEqualTo(eur("10.00"));
        assertThat(Sql.column("SELECT minor FROM mrr_balance WHERE tenant_id = ?", shop.tenant))
                .containsExactly("1000");

        shop.moveClock("2025-05-01T12:00:00Z").statusCode(200);
        assertThat(shop.closeMonths(YearMonth.of(2025, 1)))
                .extracting(MrrTest::reported)
                .containsExactly(
                        "0.00 +49.00 0.00 0.00 0.00 0.00 0.00 = 49.00",
                        "49.00 +0.00 10.00 0.00 0.00 0.00 0.00 = 59.00",
                        "59.00 +0.00 0.00 -10.00 -49.00 0.00 0.00 = 0.00",
                        "0.00 +0.00 0.00 0.00 0.00 10.00 0.00 = 10.00");
        new Invariants(shop).shouldHold();
    }

    private static String reported(JsonPath month) {
        return Stream.of("start", "gainedNew", "expansion", "contraction", "churn", "reactivation", "lateMovements")
                        .map(part -> month.getString("lines[0]." + part + ".amount"))
                        .collect(Collectors.joining(" "))
                        .replaceFirst(" ", " +")
                + " = " + month.getString("lines[0].end.amount");
    }

    @Test
    void shouldCountAChangeOfSubscriptionOnOneDayAsNoLoss() {
        var shop = Shop.at("2025-01-15T10:00:00Z");
        var account = shop.account();
        var proposition = shop.proposition();
        var old = shop.subscribe(account, shop.plan("49.00"), proposition);
        shop.subscribe(account, shop.plan("30.00"), proposition, "2025-02-15");
        shop.cancel(old).statusCode(200);

        shop.moveClock("2025-03-01T00:00:00Z");

        assertThat(Sql.column("SELECT kind FROM mrr_movement WHERE tenant_id = ? ORDER BY id", shop.tenant))
                .containsExactly("NEW", "EXPANSION", "CONTRACTION");
    }

    @Test
    void shouldNotMoveForFreePlans() {
        var shop = Shop.live();
        shop.subscribed("0.00");

        shop.as("ops").get("/metrics/mrr").then().statusCode(200).body("mrr", equalTo(List.of()));
    }

    @Test
    void shouldKeepCurrenciesApart() {
        var shop = Shop.at("2025-01-15T10:00:00Z");
        var proposition = shop.proposition();
        shop.subscribe(shop.account(), shop.plan("49.00"), proposition);
        shop.subscribe(shop.account("Asia/Tokyo", "JPY"), shop.plan("5000", "JPY", 0), proposition);
        shop.subscribe(shop.account(), shop.plan("1.00"), proposition);

        shop.as("ops")
                .get("/metrics/mrr")
                .then()
                .statusCode(200)
                .body("asOf", equalTo("2025-01-15"))
                .body("policy", equalTo("contracted-1"))
                .body(
                        "mrr",
                        equalTo(List.of(
                                Map.of("amount", "50.00", "currency", "EUR"),
                                Map.of("amount", "5000", "currency", "JPY"))));
    }

    private static org.assertj.core.api.ObjectAssert<Object> mrr(Shop shop, String asOf) {
        Object mrr = shop.as("ops")
                .queryParam("asOf", asOf)
                .get("/metrics/mrr")
                .then()
                .statusCode(200)
                .extract()
                .path("mrr");
        return org.assertj.core.api.Assertions.assertThatObject(mrr);
    }

    private static List<Map<String, String>> eur(String amount) {
        return List.of(Map.of("amount", amount, "currency", "EUR"));
    }
}
