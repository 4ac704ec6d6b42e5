package dev.rivulet.subscription.lifecycle;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.rivulet.kit.tenancy.Tenants;
import dev.rivulet.kit.testing.Sql;
import dev.rivulet.subscription.Contract;
import dev.rivulet.subscription.Invariants;
import dev.rivulet.subscription.Shop;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Published versions on their way to running subscriptions. */
@QuarkusTest
class RolloutTest {

    @Inject
    RolloutRun run;

    @Inject
    PlanRollouts rollouts;

    @Inject
    Tenants tenants;

    private Shop shop;
    private UUID proposition;

    @BeforeEach
    void open() {
        shop = Shop.at("2025-01-15T10:00:00Z");
    }

    @AfterEach
    void shouldHold() {
        new Invariants(shop).shouldHold();
    }

    @Test
    void shouldChangeThePriceWithTheNextPeriodAndLeaveOutWhatEnds() {
        var plan = shop.plan("49.00");
        var proposition = shop.proposition();
        var going = shop.subscribe(shop.account(), plan, proposition);
        var ending = shop.subscribe(shop.account(), plan, proposition);
        shop.cancel(ending).statusCode(200);

        shop.publishVersion(plan, 2, "59.00", Map.of("policy", "AT_RENEWAL"));
        awaitCounts(plan, 1, 1, 0);
        // Heard of twice, it is one rollout all the same.
        shop.publishVersion(plan, 2, "59.00", Map.of("policy", "AT_RENEWAL"));

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

        shop.publishVersion(plan, 2, "59.00", Map.of("policy", "NEW_ONLY"));
        shop.publishVersion(plan, 3, "69.00", Map.of("policy", "FROM", "from", "2025-03-01"));
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

        shop.publishVersion(plan, 2, "59.00", Map.of("policy", "AT_RENEWAL"));
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

    @Test
    void shouldTryAgainAtOnceWhenAnIncidentIsRetried() {
        var plan = shop.plan("49.00");
        var account = shop.account();
        var broken = shop.subscribe(account, plan, shop.proposition());
        Sql.run("UPDATE account SET zone = 'Europe/Atlantis' WHERE id = '" + account + "'");
        shop.publishVersion(plan, 2, "59.00", Map.of("policy", "AT_RENEWAL"));
        awaitCounts(plan, 0, 0, 1);
        Sql.run("UPDATE account SET zone = 'Europe/Berlin' WHERE id = '" + account + "'");
        Sql.run("UPDATE plan_rollout_part SET retry_at = now() + interval '1 hour' WHERE subscription_id = '" + broken
                + "'");
        String incident = shop.as("ops")
                .get("/billing-incidents?open=true")
                .then()
                .extract()
                .path("items[0].id");

        shop.as("billing")
                .post("/billing-incidents/" + incident + "/retries")
                .then()
                .statusCode(200);

        awaitCounts(plan, 1, 0, 0);
        assertThat(changes(broken)).containsExactly("PRICE_VERSION 2025-02-15");
        shop.as("ops").get("/billing-incidents?open=true").then().body("items.size()", equalTo(0));
    }

    @Test
    void shouldReachOneAtRestThatPaysItWhenItGoesOn() {
        var contract = contract(shop.plan("31.00"));
        contract.decide("pauses", Map.of());
        shop.publishVersion(plan(contract), 2, "62.00", Map.of("policy", "AT_RENEWAL"));
        awaitCounts(plan(contract), 1, 0, 0);
        assertThat(changes(contract.id())).containsExactly("PAUSE 2025-01-15", "PRICE_VERSION 2025-02-15");

        shop.moveClock("2025-02-20T10:00:00Z");
        contract.decide("resumptions", Map.of());

        // 23 of 28 days.
        assertThat(contract.lines("2025-02-20")).containsExactly("RECURRING 2025-02-20..2025-03-15 50.93");
        shop.moveClock("2025-03-15T10:00:00Z");
        assertThat(contract.lines("2025-03-15")).containsExactly("RECURRING 2025-03-15..2025-04-15 62.00");
    }

    @Test
    void shouldReachWhatGoesOnAfterAll() {
        var plan = shop.plan("31.00");
        var ending = contract(plan);
        var undone = contract(plan);
        var over = contract(plan);
        ending.decide("cancellations", Map.of("effective", "END_OF_PERIOD"));
        undone.decide("cancellations", Map.of("effective", "END_OF_PERIOD"));
        over.decide("cancellations", Map.of("effective", "NOW"));
        shop.publishVersion(plan, 2, "62.00", Map.of("policy", "AT_RENEWAL"));
        awaitCounts(plan, 0, 2, 0);

        // Not rehearsed: the rollout goes on meanwhile.
        ending.tryTo("reactivations", null).statusCode(200);
        undone.tryTo("changes/" + undone.changes().getFirst().get("id").asText() + "/undoings", null)
                .statusCode(200);
        awaitCounts(plan, 2, 0, 0);
        shop.moveClock("2025-01-20T10:00:00Z");
        over.decide("reactivations", null);
        awaitCounts(plan, 3, 0, 0);

        shop.moveClock("2025-03-01T10:00:00Z");
        assertThat(ending.lines("2025-02-15")).containsExactly("RECURRING 2025-02-15..2025-03-15 62.00");
        assertThat(undone.lines("2025-02-15")).containsExactly("RECURRING 2025-02-15..2025-03-15 62.00");
        assertThat(over.lines("2025-01-20")).containsExactly("RECURRING 2025-01-20..2025-02-20 31.00");
        assertThat(over.lines("2025-02-20")).containsExactly("RECURRING 2025-02-20..2025-03-20 62.00");
    }

    @Test
    void shouldChangeEachOnceHoweverManyReplicasThereAre() throws Exception {
        var plan = shop.plan("31.00");
        var contracts = Stream.generate(() -> contract(plan)).limit(20).toList();

        shop.publishVersion(plan, 2, "62.00", Map.of("policy", "AT_RENEWAL"));
        try (var replicas = Executors.newFixedThreadPool(4)) {
            var running = new ArrayList<Future<?>>();
            for (var i = 0; i < 4; i++) {
                running.add(replicas.submit(() -> tenants.as(shop.tenant, () -> {
                    // The tenant is this thread's.
                    await().pollInSameThread().atMost(60, SECONDS).until(() -> {
                        run.run();
                        return decided() == 20;
                    });
                    return true;
                })));
            }
            for (var each : running) {
                each.get();
            }
        }

        awaitCounts(plan, 20, 0, 0);
        assertThat(contracts)
                .allSatisfy(contract -> assertThat(changes(contract.id())).containsExactly("PRICE_VERSION 2025-02-15"));
    }

    private long decided() {
        return Sql.number(
                "SELECT count(*) FROM plan_rollout_part WHERE tenant_id = ? AND status = 'CHANGED'", shop.tenant);
    }

    /** One replica dies in the middle of a subscription: others leave it alone while it lives, and take it up then. */
    @Test
    void shouldTakeUpWhatADeadReplicaWasAt() throws Exception {
        var plan = shop.plan("31.00");
        var contracts = Stream.generate(() -> contract(plan)).limit(4).toList();
        var stuck = contracts.getFirst().id();
        var rollout = UUID.randomUUID();
        Sql.run(
                "INSERT INTO plan_rollout (tenant_id, id, plan_id, plan_version, plan_name, policy, published_at, gathered,"
                        + " finished) VALUES ('" + shop.tenant + "', '" + rollout + "', '" + plan + "', 2, 'Team',"
                        + " 'AT_RENEWAL', now(), true, true)");
        shop.publishVersion(plan, 2, "62.00", Map.of("policy", "AT_RENEWAL"));
        await().atMost(60, SECONDS)
                .until(() -> Sql.number(
                                "SELECT count(*) FROM offer_plan_version WHERE tenant_id = ? AND number = 2",
                                shop.tenant)
                        == 1);
        var claimed = new CountDownLatch(1);
        var killed = new CountDownLatch(1);
        try (var replica = Executors.newSingleThreadExecutor()) {
            var dying = replica.submit(() -> tenants.as(
                    shop.tenant,
                    () -> QuarkusTransaction.requiringNew().call(() -> {
                        Sql.run("INSERT INTO plan_rollout_part (tenant_id, rollout_id, subscription_id) SELECT '"
                                + shop.tenant + "', '" + rollout + "', id FROM subscription WHERE tenant_id = '"
                                + shop.tenant + "'");
                        assertThat(rollouts.claim(rollout, stuck)).isTrue();
                        claimed.countDown();
                        killed.await();
                        throw new IllegalStateException("killed");
                    })));
            assertThat(claimed.await(20, SECONDS)).isTrue();
            Sql.run("UPDATE plan_rollout SET finished = false WHERE id = '" + rollout + "'");
            await().atMost(60, SECONDS).until(() -> decided() == 3);
            assertThat(changes(stuck)).isEmpty();

            killed.countDown();
            assertThatThrownBy(dying::get).rootCause().hasMessageContaining("killed");
        }

        await().atMost(60, SECONDS).until(() -> decided() == 4);
        assertThat(changes(stuck)).containsExactly("PRICE_VERSION 2025-02-15");
    }

    private Contract contract(UUID plan) {
        var account = shop.account("UTC", "EUR");
        return new Contract(shop, account, shop.subscribe(account, plan, proposition()));
    }

    private UUID proposition() {
        if (proposition == null) {
            proposition = shop.proposition();
        }
        return proposition;
    }

    private static UUID plan(Contract contract) {
        return UUID.fromString(contract.view().get("planId").asText());
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
        await().atMost(60, SECONDS)
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
}
