package dev.rivulet.subscription.lifecycle;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.rivulet.kit.testing.Sql;
import dev.rivulet.subscription.Shop;
import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Published versions on their way to running subscriptions. */
@QuarkusTest
class RolloutTest {

    private Shop shop;

    @BeforeEach
    void open() {
        shop = Shop.at("2025-01-15T10:00:00Z");
    }

    @Test
    void shouldChangeThePriceWithTheNextPeriodAndLeaveOutWhatEnds() {
        var plan = shop.plan("49.00");
        var proposition = shop.proposition();
        var going = shop.subscribe(shop.account(), plan, proposition);
        var ending = shop.subscribe(shop.account(), plan, proposition);
        shop.cancel(ending).statusCode(200);

        publish(plan, 2, "59.00", Map.of("policy", "AT_RENEWAL"));
        awaitCounts(plan, 1, 1, 0);
        // Heard of twice, it is one rollout all the same.
        publish(plan, 2, "59.00", Map.of("policy", "AT_RENEWAL"));

        assertThat(changes(going)).containsExactly("PRICE_VERSION 2025-02-15");
        shop.subscription(going).body("planVersion", equalTo(1)).body("price.amount", equalTo("49.00"));
        shop.moveClock("2025-02-15T10:00:00Z").body("failed", equalTo(0));
        shop.subscription(going).body("planVersion", equalTo(2)).body("price.amount", equalTo("59.00"));
        assertThat(shop.lines(going).stream().<Object>map(line -> ((Map<?, ?>) line.get("amount")).get("amount")))
                .containsExactly("49.00", "59.00");
        assertThat(changes(going)).hasSize(1);
        assertThat(shop.lines(ending)).hasSize(1);
        Shop.live().as("admin").get("/plan-rollouts").then().body("items.size()", equalTo(0));
    }

    @Test
    void shouldWaitForTheDayAndTellOfNoRolloutToNewOnly() {
        var plan = shop.plan("49.00");
        var id = shop.subscribe(shop.account(), plan, shop.proposition());

        publish(plan, 2, "59.00", Map.of("policy", "NEW_ONLY"));
        publish(plan, 3, "69.00", Map.of("policy", "FROM", "from", "2025-03-01"));
        awaitCounts(plan, 1, 0, 0);

        assertThat(changes(id)).containsExactly("PRICE_VERSION 2025-03-15");
        shop.as("ops").get("/plan-rollouts").then().body("items.planVersion", equalTo(List.of(3)));
    }

    @Test
    void shouldNotLetOneThatFailsHoldUpTheOthers() {
        var plan = shop.plan("49.00");
        var proposition = shop.proposition();
        var account = shop.account();
        var broken = shop.subscribe(account, plan, proposition);
        var sound = shop.subscribe(shop.account(), plan, proposition);
        Sql.run("UPDATE account SET zone = 'Europe/Atlantis' WHERE id = '" + account + "'");

        publish(plan, 2, "59.00", Map.of("policy", "AT_RENEWAL"));
        awaitCounts(plan, 1, 0, 1);
        assertThat(changes(sound)).hasSize(1);
        shop.as("ops")
                .get("/billing-incidents?open=true")
                .then()
                .body("items.subscriptionId", equalTo(List.of(broken.toString())))
                .body("items.code", equalTo(List.of("rollout-failed")));

        Sql.run("UPDATE account SET zone = 'Europe/Berlin' WHERE id = '" + account + "'");
        shop.moveClock("2025-01-16T10:00:00Z").body("failed", equalTo(0));
        awaitCounts(plan, 2, 0, 0);
        assertThat(changes(broken)).containsExactly("PRICE_VERSION 2025-02-15");
    }

    private List<String> changes(UUID subscription) {
        List<Map<String, Object>> items = shop.as("sales")
                .get("/subscriptions/" + subscription + "/changes")
                .then()
                .statusCode(200)
                .extract()
                .path("items");
        return items.stream()
                .map(change -> change.get("kind") + " " + change.get("effectiveOn"))
                .toList();
    }

    private void awaitCounts(UUID plan, int done, int leftOut, int failed) {
        await().atMost(30, SECONDS)
                .untilAsserted(() -> shop.as("billing")
                        .get("/plan-rollouts")
                        .then()
                        .statusCode(200)
                        .body("items[0].planId", equalTo(plan.toString()))
                        .body("items[0].counted", equalTo(true))
                        .body("items[0].done", equalTo(done))
                        .body("items[0].leftOut", equalTo(leftOut))
                        .body("items[0].failed", equalTo(failed))
                        .body("items[0].left", equalTo(0)));
    }

    private void publish(UUID plan, int version, String amount, Map<String, ?> rollout) {
        var fact = new HashMap<String, Object>(Map.of(
                "id",
                plan,
                "productId",
                shop.product,
                "planVersion",
                version,
                "name",
                "Team",
                "price",
                Map.of("amount", amount, "currency", "EUR"),
                "period",
                "MONTH",
                "rollout",
                rollout,
                "publishedAt",
                "2025-01-15T09:00:00Z"));
        shop.send(Shop.PLAN_EVENTS, "dev.rivulet.catalog.plan.published.v1", plan, version, fact);
    }
}
