package dev.rivulet.subscription.billing;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.rivulet.kit.clock.TenantClock;
import dev.rivulet.kit.tenancy.Tenants;
import dev.rivulet.kit.testing.Sql;
import dev.rivulet.subscription.Invariants;
import dev.rivulet.subscription.Shop;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class InvoiceRunTest {

    @Inject
    InvoiceRun run;

    @Inject
    Tenants tenants;

    @Inject
    TenantClock clock;

    private Shop shop;

    @AfterEach
    void shouldHold() {
        new Invariants(shop).shouldHold();
    }

    @Test
    void shouldBillEveryMonthOnItsDay() {
        shop = Shop.at("2025-01-31T10:00:00Z");
        var id = shop.subscribed("49.00");

        shop.moveClock("2026-01-30T23:00:00Z")
                .statusCode(200)
                .body("invoices", equalTo(12))
                .body("failed", equalTo(0));

        var days = List.<Object>of(
                "2025-01-31",
                "2025-02-28",
                "2025-03-31",
                "2025-04-30",
                "2025-05-31",
                "2025-06-30",
                "2025-07-31",
                "2025-08-31",
                "2025-09-30",
                "2025-10-31",
                "2025-11-30",
                "2025-12-31",
                "2026-01-31");
        assertThat(shop.invoices(id, "periodStart")).isEqualTo(days);
        assertThat(shop.invoices(id, "issueDate")).isEqualTo(days);
    }

    @Test
    void shouldCatchUpAfterTwelveMonthsDown() {
        shop = Shop.at("2025-01-31T10:00:00Z");
        var first = shop.subscribed("49.00");
        var second = shop.subscribed("20.00");

        wakeUpAt(shop, "2026-01-31T12:00:00Z");

        await().atMost(60, SECONDS).untilAsserted(() -> {
            assertThat(shop.lines(first)).hasSize(13);
            assertThat(shop.lines(second)).hasSize(13);
        });
        // What was missed comes on one invoice, and the time to pay begins when the customer can know of it.
        assertThat(shop.invoices(first, "issueDate")).containsExactly("2025-01-31", "2026-01-31");
        assertThat(shop.invoices(first, "dueDate")).containsExactly("2025-02-14", "2026-02-14");
        assertThat(shop.lines(first).stream().map(line -> line.get("periodStart")))
                .endsWith("2025-12-31", "2026-01-31");
        assertThat(numbers(shop)).isEqualTo(upTo(4));
        // Nothing is left to do.
        assertThat(runToTheEnd(shop)).isEqualTo(new InvoiceRun.Result(0, 0, 0));
    }

    @Test
    void shouldBillExactlyOnceHoweverManyRunsThereAre() throws Exception {
        shop = Shop.at("2025-01-15T10:00:00Z");
        var plan = shop.plan("49.00");
        var proposition = shop.proposition();
        for (var i = 0; i < 8; i++) {
            shop.subscribe(shop.account(), plan, proposition);
        }

        wakeUpAt(shop, "2025-07-15T12:00:00Z");
        atOnce(Stream.of(true, false, true, false)
                .<Callable<InvoiceRun.Result>>map(beside ->
                        () -> tenants.as(shop.tenant, () -> beside ? run.runBesideOthers() : run.runToTheEnd()))
                .toList());

        assertThat(numbers(shop)).isEqualTo(upTo(8 * 2));
        assertThat(Sql.number(
                        "SELECT count(DISTINCT (subscription_id, period_start)) FROM charge WHERE tenant_id = ?",
                        shop.tenant))
                .isEqualTo(8 * 7);
        assertThat(Sql.number("SELECT count(*) FROM charge WHERE tenant_id = ?", shop.tenant))
                .isEqualTo(8 * 7);
        assertThat(Sql.column("SELECT DISTINCT next_due_on FROM billing_cursor WHERE tenant_id = ?", shop.tenant))
                .containsExactly("2025-08-15");
    }

    @Test
    void shouldNumberWithoutGapsWhenManySignAtOnce() throws Exception {
        shop = Shop.live();
        var plan = shop.plan("49.00");
        var proposition = shop.proposition();
        var accounts = Stream.generate(shop::account).limit(4).toList();

        var answers = atOnce(IntStream.range(0, 48)
                .<Callable<Integer>>mapToObj(i -> () -> {
                    // Every sixth is refused, at different depths.
                    var refused = i % 6 == 0;
                    return shop.sign(accounts.get(i % 4), plan, refused ? UUID.randomUUID() : proposition, null)
                            .extract()
                            .statusCode();
                })
                .toList());

        assertThat(Collections.frequency(answers, 201)).isEqualTo(40);
        assertThat(Collections.frequency(answers, 422)).isEqualTo(8);
        assertThat(numbers(shop)).isEqualTo(upTo(40));
    }

    @Test
    void shouldLoseNoNumberWhenAnInvoiceFails() {
        shop = Shop.at("2025-01-15T10:00:00Z");
        var broken = shop.subscribed("49.00");
        var sound = shop.subscribed("20.00");
        // The next period of the first is invoiced already, as if somebody had restored a backup of the cursor.
        Sql.run("INSERT INTO charge (tenant_id, id, payer_id, account_id, subscription_id, component, reason, cause,"
                + " period_start, period_end, full_start, full_end, quantity, full_amount, amount_minor, currency,"
                + " description, explanation, due_on, created_at, status, note) SELECT tenant_id, gen_random_uuid(),"
                + " payer_id, account_id, subscription_id, component, reason, cause, '2025-02-15', '2025-03-15',"
                + " '2025-02-15', '2025-03-15', quantity, full_amount, amount_minor, currency, description, explanation,"
                + " '2025-02-15', created_at, 'FORGIVEN', 'restored' FROM charge WHERE subscription_id = '" + broken
                + "'");

        shop.moveClock("2025-02-16T00:00:00Z").body("invoices", equalTo(1)).body("failed", equalTo(1));

        assertThat(shop.invoices(sound)).hasSize(2);
        assertThat(shop.invoices(broken)).hasSize(1);
        assertThat(numbers(shop)).containsExactly(1L, 2L, 3L);
        shop.as("ops")
                .queryParam("open", true)
                .get("/billing-incidents")
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(1))
                .body("items[0].code", equalTo("invoicing-failed"))
                .body("items[0].diagnosis", containsString("charge_once"));

        Sql.run("DELETE FROM charge WHERE note = 'restored' AND subscription_id = '" + broken + "'");
        Sql.run("UPDATE payer_cursor SET retry_at = now() + interval '1 hour' WHERE retry_at IS NOT NULL"
                + " AND tenant_id = '" + shop.tenant + "'");
        String incident = shop.as("ops").get("/billing-incidents?open=true").path("items[0].id");
        shop.as("billing")
                .post("/billing-incidents/" + incident + "/retries")
                .then()
                .statusCode(200);
        await().atMost(60, SECONDS)
                .untilAsserted(() -> assertThat(shop.invoices(broken)).hasSize(2));
        assertThat(numbers(shop)).isEqualTo(upTo(4));
        shop.as("ops").get("/billing-incidents?open=true").then().body("items.size()", equalTo(0));
    }

    @Test
    void shouldNotLetOneBrokenSubscriptionHoldUpTheOthers() {
        shop = Shop.at("2025-01-15T10:00:00Z");
        var plan = shop.plan("49.00");
        var proposition = shop.proposition();
        var account = shop.account();
        var broken = shop.subscribe(account, plan, proposition);
        var sound = shop.subscribe(account, plan, proposition);
        Sql.run("UPDATE billing_cursor SET zone = 'Europe/Atlantis' WHERE subscription_id = '" + broken + "'");

        shop.moveClock("2025-03-16T00:00:00Z")
                .statusCode(200)
                .body("invoices", equalTo(2))
                .body("failed", equalTo(1));

        assertThat(shop.invoices(sound)).hasSize(3);
        assertThat(shop.invoices(broken)).hasSize(1);
        shop.as("ops")
                .queryParam("open", true)
                .get("/billing-incidents")
                .then()
                .statusCode(200)
                .body("items.subscriptionId", equalTo(List.of(broken.toString())))
                .body("items.code", equalTo(List.of("rating-failed")))
                .body("items[0].diagnosis", containsString("Europe/Atlantis"));

        Sql.run("UPDATE billing_cursor SET zone = 'Europe/Berlin' WHERE subscription_id = '" + broken + "'");
        shop.moveClock("2025-03-17T00:00:00Z").body("invoices", equalTo(1)).body("failed", equalTo(0));
        assertThat(shop.lines(broken).stream().map(line -> line.get("periodStart")))
                .containsExactly("2025-01-15", "2025-02-15", "2025-03-15");
    }

    @Test
    void shouldLetTheAccountsZoneDecideTheDay() {
        shop = Shop.at("2025-01-31T20:00:00Z");
        var plan = shop.plan("49.00");
        var proposition = shop.proposition();
        var tokyo = shop.subscribe(shop.account("Asia/Tokyo", "EUR"), plan, proposition);
        var york = shop.subscribe(shop.account("America/New_York", "EUR"), plan, proposition);

        shop.subscription(tokyo).body("startDate", equalTo("2025-02-01"));
        shop.subscription(york).body("startDate", equalTo("2025-01-31"));

        // 28 February begins in New York at 05:00 UTC, 1 March in Tokyo at 15:00 UTC the same day.
        shop.moveClock("2025-02-28T04:59:59Z").body("invoices", equalTo(0));
        shop.moveClock("2025-02-28T05:00:00Z").body("invoices", equalTo(1));
        assertThat(shop.invoices(york, "issueDate")).containsExactly("2025-01-31", "2025-02-28");
        shop.moveClock("2025-02-28T14:59:59Z").body("invoices", equalTo(0));
        shop.moveClock("2025-02-28T15:00:00Z").body("invoices", equalTo(1));
        assertThat(shop.invoices(tokyo, "issueDate")).containsExactly("2025-02-01", "2025-03-01");
    }

    @Test
    void shouldFollowAnAccountThatMovesToAnotherZone() {
        shop = Shop.at("2025-01-15T12:00:00Z");
        var account = shop.account("Asia/Tokyo", "EUR");
        var id = shop.subscribe(account, shop.plan("49.00"), shop.proposition());
        shop.as("sales")
                .contentType("application/merge-patch+json")
                .header("If-Match", "\"0\"")
                .body("{\"zone\":\"America/New_York\"}")
                .patch("/accounts/" + account)
                .then()
                .statusCode(200);

        shop.moveClock("2025-02-15T04:59:59Z").body("invoices", equalTo(0));
        shop.moveClock("2025-02-15T05:00:00Z").body("invoices", equalTo(1));
        assertThat(shop.invoices(id, "periodStart")).containsExactly("2025-01-15", "2025-02-15");
    }

    @Test
    void shouldKeepIssuedInvoicesAsTheyAre() {
        shop = Shop.live();
        var id = shop.subscribed("49.00");
        var invoice = shop.invoices(id, "id").getFirst();

        for (var change : List.of(
                "UPDATE invoice SET total_minor = 1 WHERE id = '%s'",
                "UPDATE invoice SET number = number + 1 WHERE id = '%s'",
                "DELETE FROM invoice WHERE id = '%s'",
                "UPDATE charge SET amount_minor = 1 WHERE invoice_id = '%s'",
                "DELETE FROM charge WHERE invoice_id = '%s'")) {
            org.assertj.core.api.Assertions.assertThatThrownBy(() -> Sql.run(change.formatted(invoice)))
                    .rootCause()
                    .hasMessageContaining("final");
        }
    }

    /** The service slept, and nobody billed meanwhile: the clock moves without the run that a request would start. */
    private void wakeUpAt(Shop shop, String now) {
        tenants.as(shop.tenant, () -> {
            QuarkusTransaction.requiringNew().run(() -> clock.moveTo(Instant.parse(now)));
            return now;
        });
    }

    private InvoiceRun.Result runToTheEnd(Shop shop) {
        return tenants.as(shop.tenant, run::runToTheEnd);
    }

    private static List<Long> numbers(Shop shop) {
        return Sql.column("SELECT number FROM invoice WHERE tenant_id = ? ORDER BY number", shop.tenant).stream()
                .map(Long::valueOf)
                .toList();
    }

    private static List<Long> upTo(long last) {
        return java.util.stream.LongStream.rangeClosed(1, last).boxed().toList();
    }

    private static <T> List<T> atOnce(List<Callable<T>> calls) throws InterruptedException, ExecutionException {
        var results = new ArrayList<T>();
        try (var threads = Executors.newFixedThreadPool(calls.size())) {
            for (var result : threads.invokeAll(calls)) {
                results.add(result.get());
            }
        }
        return results;
    }
}
