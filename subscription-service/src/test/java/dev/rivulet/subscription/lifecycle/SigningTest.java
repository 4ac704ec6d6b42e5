package dev.rivulet.subscription.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rivulet.kit.tenancy.Tenants;
import dev.rivulet.kit.testing.Sql;
import dev.rivulet.subscription.Invariants;
import dev.rivulet.subscription.Shop;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Subscriptions that are signed at the same time are signed together, and each as if it were alone. */
@QuarkusTest
class SigningTest {

    @Inject
    Tenants tenants;

    @Inject
    dev.rivulet.kit.sql.Sql sql;

    private Shop shop;

    @AfterEach
    void shouldHold() {
        new Invariants(shop).shouldHold();
    }

    @Test
    void shouldSignManyAtOnceEachWithItsOwnInvoice() throws Exception {
        shop = Shop.at("2025-01-31T10:00:00Z");
        var plan = shop.plan("49.00");
        var proposition = shop.proposition();
        // Two of each account: both have an invoice of their own, however they meet.
        var accounts = IntStream.range(0, 15).mapToObj(i -> shop.account()).toList();
        var calls = new ArrayList<Callable<Response>>();
        for (var account : accounts) {
            calls.add(
                    () -> shop.sign(account, plan, proposition, null).extract().response());
            calls.add(() -> sign(shop, account, plan, proposition));
        }

        var answers = atOnce(calls);

        assertThat(answers).extracting(Response::statusCode).containsOnly(201);
        assertThat(Sql.number("SELECT count(DISTINCT xmin::text) FROM subscription WHERE tenant_id = ?", shop.tenant))
                .as("transactions")
                .isLessThan(30);
        for (var answer : answers) {
            assertThat(shop.invoices(UUID.fromString(answer.path("id")), "total"))
                    .containsExactly(Map.of("amount", "49.00", "currency", "EUR"));
        }
        List<String> numbers = shop.as("billing").get("/invoices?limit=100").path("items.number");
        assertThat(numbers)
                .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, 30)
                        .mapToObj(number -> "INV-%06d".formatted(number))
                        .toList());
        assertThat(shop.as("sales").get("/metrics/mrr").<String>path("mrr[0].amount"))
                .isEqualTo("1470.00");
    }

    @Test
    void shouldRefuseWhatDoesNotFitAndSignTheRest() throws Exception {
        shop = Shop.at("2025-01-31T10:00:00Z");
        var plan = shop.plan("49.00");
        var proposition = shop.proposition();
        var accounts = IntStream.range(0, 10).mapToObj(i -> shop.account()).toList();
        var calls = new ArrayList<Callable<Response>>();
        for (var account : accounts) {
            calls.add(() -> sign(shop, account, plan, proposition));
            calls.add(() -> sign(shop, account, UUID.randomUUID(), proposition));
            calls.add(() -> sign(shop, UUID.randomUUID(), plan, proposition));
            calls.add(() -> addOn(shop, account, plan, proposition));
        }

        var answers = atOnce(calls);

        for (var i = 0; i < answers.size(); i += 4) {
            assertThat(answers.get(i).statusCode()).isEqualTo(201);
            assertThat(answers.get(i + 1).<String>path("code")).isEqualTo("plan-not-published");
            assertThat(answers.get(i + 2).<String>path("code")).isEqualTo("account-unknown");
            assertThat(answers.get(i + 3).<String>path("code")).isEqualTo("base-subscription-unknown");
        }
        List<String> kept = shop.as("sales").get("/subscriptions?limit=100").path("items.id");
        assertThat(kept).hasSize(10);
    }

    @Test
    void shouldSignOnceForOneKeyHoweverManyComeAtOnce() throws Exception {
        shop = Shop.at("2025-01-31T10:00:00Z");
        var plan = shop.plan("49.00");
        var proposition = shop.proposition();
        var accounts = IntStream.range(0, 5).mapToObj(i -> shop.account()).toList();
        var calls = new ArrayList<Callable<Response>>();
        for (var i = 0; i < 20; i++) {
            var account = accounts.get(i % 5);
            calls.add(() -> sign(shop, "of-" + account, account, plan, proposition));
        }

        var answers = atOnce(calls);

        assertThat(answers).extracting(Response::statusCode).containsOnly(201);
        assertThat(answers.stream().map(answer -> answer.header("Idempotency-Replayed")))
                .filteredOn("true"::equals)
                .hasSize(15);
        for (var i = 0; i < 5; i++) {
            var first = answers.get(i);
            for (var twin = i; twin < 20; twin += 5) {
                assertThat(answers.get(twin).asString()).isEqualTo(first.asString());
                assertThat(answers.get(twin).header("Location")).isEqualTo(first.header("Location"));
            }
            assertThat(shop.invoices(UUID.fromString(first.path("id")))).hasSize(1);
        }
    }

    @Test
    void shouldFreeTheKeyOfARefusal() {
        shop = Shop.at("2025-01-31T10:00:00Z");
        var plan = shop.plan("49.00");
        var proposition = shop.proposition();
        var account = shop.account();

        assertThat(sign(shop, "k", account, UUID.randomUUID(), proposition).statusCode())
                .isEqualTo(422);
        assertThat(sign(shop, "k", account, plan, proposition).statusCode()).isEqualTo(201);
        assertThat(sign(shop, "k", shop.account(), plan, proposition).<String>path("code"))
                .isEqualTo("idempotency-key-reused");
    }

    @Test
    void shouldShowADryRunWhateverKeyItComesWith() {
        shop = Shop.at("2025-01-31T10:00:00Z");
        var account = shop.account();
        var body = Map.of(
                "accountId", account, "planId", shop.plan("49.00"), "propositionId", shop.proposition(), "seats", 1);
        for (var status : List.of(200, 201, 200)) {
            var answer = shop.as("sales")
                    .header("Idempotency-Key", "k")
                    .body(body)
                    .post(status == 200 ? "/subscriptions?dryRun=true" : "/subscriptions");
            assertThat(answer.statusCode()).isEqualTo(status);
            assertThat(answer.header("Idempotency-Replayed")).isNull();
        }
    }

    @Test
    void shouldLetNobodyWaitForAPayerThatSomebodyHolds() throws Exception {
        shop = Shop.at("2025-01-31T10:00:00Z");
        var plan = shop.plan("49.00");
        var proposition = shop.proposition();
        var held = shop.account();
        shop.subscribe(held, plan, proposition);
        var others = IntStream.range(0, 12).mapToObj(i -> shop.account()).toList();
        var locked = new CountDownLatch(1);
        var release = new CountDownLatch(1);
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            var holder = callers.submit(() -> hold(shop, held, locked, release));
            locked.await();
            var waiting = callers.submit(() -> sign(shop, held, plan, proposition));
            var rest = others.stream()
                    .map(account -> callers.submit(() -> sign(shop, account, plan, proposition)))
                    .toList();
            for (var other : rest) {
                assertThat(other.get(60, TimeUnit.SECONDS).statusCode()).isEqualTo(201);
            }
            assertThat(waiting.isDone()).isFalse();
            release.countDown();
            assertThat(waiting.get(60, TimeUnit.SECONDS).statusCode()).isEqualTo(201);
            holder.get();
        } finally {
            release.countDown();
        }
    }

    private boolean hold(Shop shop, UUID payer, CountDownLatch locked, CountDownLatch release) {
        return tenants.as(
                shop.tenant,
                () -> QuarkusTransaction.requiringNew().call(() -> {
                    sql.query("SELECT 1 FROM payer_cursor WHERE payer_id = ? FOR UPDATE", row -> row.getInt(1), payer);
                    locked.countDown();
                    release.await();
                    return true;
                }));
    }

    @Test
    void shouldSignTheOthersWhenOneBreaks() throws Exception {
        shop = Shop.at("2025-01-31T10:00:00Z");
        var plan = shop.plan("49.00");
        var proposition = shop.proposition();
        var accounts = IntStream.range(0, 12).mapToObj(i -> shop.account()).toList();
        var calls = new ArrayList<Callable<Response>>();
        accounts.forEach(account -> calls.add(() -> sign(shop, account, plan, proposition)));
        Sql.run("CREATE FUNCTION broken() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'broken'; END $$;"
                + " CREATE TRIGGER broken BEFORE INSERT ON subscription FOR EACH ROW WHEN (NEW.account_id = '"
                + accounts.get(5) + "') EXECUTE FUNCTION broken()");
        try {
            var answers = atOnce(calls);

            assertThat(answers.remove(5).statusCode()).isEqualTo(500);
            assertThat(answers).extracting(Response::statusCode).containsOnly(201);
        } finally {
            Sql.run("DROP TRIGGER broken ON subscription; DROP FUNCTION broken()");
        }
        List<String> kept = shop.as("sales").get("/subscriptions?limit=100").path("items.id");
        assertThat(kept).hasSize(11);
        assertThat(Sql.number("SELECT count(*) FROM idempotency_key WHERE tenant_id = ?", shop.tenant))
                .isEqualTo(11);
    }

    @Test
    void shouldKeepTenantsApart() throws Exception {
        var shops = List.of(Shop.at("2025-01-31T10:00:00Z"), Shop.at("2025-02-28T10:00:00Z"));
        var calls = new ArrayList<Callable<Response>>();
        for (var each : shops) {
            var plan = each.plan("49.00");
            var proposition = each.proposition();
            IntStream.range(0, 10).forEach(i -> {
                var account = each.account();
                calls.add(() -> sign(each, account, plan, proposition));
            });
        }

        assertThat(atOnce(calls)).extracting(Response::statusCode).containsOnly(201);

        for (var each : shops) {
            List<String> kept = each.as("sales").get("/subscriptions?limit=100").path("items.id");
            assertThat(kept).hasSize(10);
            shop = each;
            shouldHold();
        }
    }

    private static Response sign(Shop shop, UUID account, UUID plan, UUID proposition) {
        return sign(shop, UUID.randomUUID().toString(), account, plan, proposition);
    }

    private static Response sign(Shop shop, String key, UUID account, UUID plan, UUID proposition) {
        return shop.as("sales")
                .header("Idempotency-Key", key)
                .body(Map.of("accountId", account, "planId", plan, "propositionId", proposition, "seats", 1))
                .post("/subscriptions");
    }

    private static Response addOn(Shop shop, UUID account, UUID plan, UUID proposition) {
        return shop.as("sales")
                .body(Map.of(
                        "accountId", account,
                        "planId", plan,
                        "propositionId", proposition,
                        "seats", 1,
                        "baseSubscriptionId", UUID.randomUUID()))
                .post("/subscriptions");
    }

    private static List<Response> atOnce(List<Callable<Response>> calls)
            throws InterruptedException, ExecutionException {
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = new ArrayList<Response>();
            for (var call : callers.invokeAll(calls)) {
                answers.add(call.get());
            }
            return answers;
        }
    }
}
