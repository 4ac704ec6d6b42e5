package dev.rivulet.subscription.billing;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.rivulet.kit.clock.TenantClock;
import dev.rivulet.kit.tenancy.Tenants;
import dev.rivulet.kit.testing.Sql;
import dev.rivulet.subscription.Catalog;
import dev.rivulet.subscription.Invariants;
import dev.rivulet.subscription.Shop;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is told of invoice runs while they go on and when they are done. */
@QuarkusTest
class BillingRunTest {

    @Inject
    Tenants tenants;

    @Inject
    TenantClock clock;

    private Shop shop;

    @AfterEach
    void shouldHold() {
        new Invariants(shop).shouldHold();
    }

    private static ValidatableResponse runs(Shop shop, String path) {
        return shop.as("ops").get("/billing-runs" + path).then();
    }

    @Test
    void shouldTellWhatARunDid() {
        shop = Shop.at("2025-01-15T10:00:00Z");
        var plan = shop.plan("49.00");
        var proposition = shop.proposition();
        for (var i = 0; i < 3; i++) {
            shop.subscribe(shop.account(), plan, proposition);
        }
        var broken = shop.subscribe(shop.account(), plan, proposition);
        Sql.run("UPDATE billing_cursor SET zone = 'Europe/Atlantis' WHERE subscription_id = '" + broken + "'");

        shop.moveClock("2025-02-15T10:00:00Z").statusCode(200);

        // What failed is tried again by later runs.
        String id = runs(shop, "?limit=200").statusCode(200).extract().path("items.find { it.due == 4 }.id");
        runs(shop, "/" + id)
                .statusCode(200)
                .body("done", equalTo(3))
                .body("failed", equalTo(1))
                .body("invoices", equalTo(3))
                .body("startedAt", notNullValue())
                .body("finishedAt", notNullValue())
                .body("invoicesPerSecond", notNullValue())
                .body("expectedAt", nullValue());
        runs(shop, "?limit=1").body("items", hasSize(1)).body("items[0].id", not(equalTo(id)));
        String incident = shop.as("ops").get("/billing-incidents?open=true").path("items[0].id");
        proposal(incident)
                .body("subscriptions.subscriptionId", contains(broken.toString()))
                .body("subscriptions[0].chargedThrough", equalTo("2025-01-15"))
                .body("subscriptions[0].lines", equalTo(0))
                .body("subscriptions[0].fault", containsString("Europe/Atlantis"));
        accept(incident, 5).statusCode(409).body("code", equalTo("nothing-to-accept"));
        runs(Shop.live(), "/" + id).statusCode(404);
        Shop.live()
                .as("ops")
                .get("/billing-incidents/" + incident + "/proposal")
                .then()
                .statusCode(404);
        runs(shop, "/" + UUID.randomUUID()).statusCode(404);
    }

    private ValidatableResponse proposal(String incident) {
        return shop.as("ops")
                .get("/billing-incidents/" + incident + "/proposal")
                .then()
                .statusCode(200);
    }

    private ValidatableResponse accept(String incident, int lines) {
        return shop.as("billing")
                .body(Map.of("lines", lines))
                .post("/billing-incidents/" + incident + "/acceptances")
                .then();
    }

    /** A run of another replica, at work since 10 seconds. */
    @Test
    void shouldForetellTheEndOfARun() {
        shop = Shop.live();
        var id = new UUID(0, 7);
        Sql.run("INSERT INTO billing_run (tenant_id, id, started_at, due, done, failed, invoices) VALUES ('"
                + shop.tenant + "', '" + id + "', now() - interval '10 s', 100, 39, 1, 40)");

        var run = runs(shop, "/" + id).statusCode(200).body("finishedAt", nullValue());

        assertThat(Double.parseDouble(run.extract().path("invoicesPerSecond"))).isBetween(2.0, 4.0);
        var expected = Instant.parse(run.extract().path("expectedAt"));
        var started = Instant.parse(run.extract().path("startedAt"));
        // 61 of 100 are left: about a third of the time is over.
        assertThat(Duration.between(started, expected)).isBetween(Duration.ofSeconds(25), Duration.ofSeconds(60));
        runs(shop, "").body("items.id", contains(id.toString()));
    }

    /** A day's price, and a clock that was set forward by 28 years: nobody gets an invoice of that. */
    @Test
    void shouldHoldBackAnAbsurdNumberOfLines() {
        shop = Shop.at("2025-01-15T10:00:00Z");
        var catalog = Catalog.of(shop);
        var absurd = catalog.sign(catalog.plan("1.00", Map.of("period", "DAY")));
        var sound = catalog.sign(catalog.plan("20.00", Map.of("period", "YEAR")));

        tenants.as(shop.tenant, () -> {
            QuarkusTransaction.requiringNew().run(() -> clock.moveTo(Instant.parse("2053-01-14T10:00:00Z")));
            return shop;
        });

        await().atMost(60, SECONDS)
                .untilAsserted(() -> shop.as("ops")
                        .get("/billing-incidents?open=true")
                        .then()
                        .statusCode(200)
                        .body("items.subscriptionId", contains(absurd.id().toString()))
                        .body("items.code", contains("too-many-lines"))
                        .body("items.diagnosis", contains("10226 lines at once")));
        assertThat(absurd.lines()).containsExactly("2025-01-15 RECURRING 2025-01-15..2025-01-16 1.00");
        assertThat(sound.lines()).hasSize(28);
        runs(shop, "?limit=200").body("items.failed.sum()", equalTo(1));

        // Somebody sets the clock right, and has it tried again.
        Sql.run("UPDATE tenant_clock SET now = '2025-02-14T10:00:00Z' WHERE tenant_id = '" + shop.tenant + "'");
        String incident = shop.as("ops").get("/billing-incidents?open=true").path("items[0].id");
        shop.as("billing")
                .post("/billing-incidents/" + incident + "/retries")
                .then()
                .statusCode(200);
        await().atMost(60, SECONDS)
                .untilAsserted(() -> assertThat(absurd.lines()).hasSize(31));
        shop.as("ops").get("/billing-incidents?open=true").then().body("items", hasSize(0));
    }

    @Test
    void shouldChargeManyLinesThatSomebodyTakesForRight() {
        shop = Shop.at("2025-01-15T10:00:00Z");
        var catalog = Catalog.of(shop);
        var daily = catalog.sign(catalog.plan("1.00", Map.of("period", "DAY")));
        tenants.as(shop.tenant, () -> {
            QuarkusTransaction.requiringNew().run(() -> clock.moveTo(Instant.parse("2027-10-17T10:00:00Z")));
            return shop;
        });
        await().atMost(60, SECONDS)
                .untilAsserted(() -> shop.as("ops")
                        .get("/billing-incidents?open=true")
                        .then()
                        .body("items.code", contains("too-many-lines")));
        String incident = shop.as("ops").get("/billing-incidents?open=true").path("items[0].id");

        proposal(incident)
                .body("subscriptions", hasSize(1))
                .body("subscriptions[0].subscriptionId", equalTo(daily.id().toString()))
                .body("subscriptions[0].chargedThrough", equalTo("2025-01-15"))
                .body("subscriptions[0].proposedThrough", equalTo("2027-10-17"))
                .body("subscriptions[0].lines", equalTo(1_005))
                .body("subscriptions[0].sums", hasSize(1))
                .body("subscriptions[0].sums[0].reason", equalTo("RECURRING"))
                .body("subscriptions[0].sums[0].amount.amount", equalTo("1005.00"))
                .body("subscriptions[0].firstLines", hasSize(100))
                .body("subscriptions[0].firstLines[0].periodStart", equalTo("2025-01-16"))
                .body("subscriptions[0].fault", nullValue());
        assertThat(daily.lines()).as("nothing is written by looking").hasSize(1);

        int attempts = shop.as("ops").get("/billing-incidents?open=true").path("items[0].attempts");
        accept(incident, 0).statusCode(400).body("errors[0].pointer", equalTo("/lines"));
        accept(incident, 1_004).statusCode(200).body("acceptedLines", equalTo(1_004));
        await().atMost(60, SECONDS)
                .untilAsserted(() -> shop.as("ops")
                        .get("/billing-incidents?open=true")
                        .then()
                        .body("items[0].attempts", greaterThan(attempts)));
        assertThat(daily.lines()).as("one more than was accepted").hasSize(1);

        accept(incident, 1_005).statusCode(200).body("acceptedBy", notNullValue());
        await().atMost(60, SECONDS)
                .untilAsserted(() -> shop.as("ops")
                        .get("/billing-incidents?open=true")
                        .then()
                        .body("items", hasSize(0)));
        assertThat(daily.lines()).hasSize(1_006);
    }
}
