package dev.rivulet.subscription.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rivulet.subscription.Shop;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Subscriptions that are signed at the same time are signed together, and each as if it were alone. */
@QuarkusTest
class SigningTest {

    @Test
    void shouldSignManyAtOnceEachWithItsOwnInvoice() throws Exception {
        var shop = Shop.at("2025-01-31T10:00:00Z");
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
        var shop = Shop.at("2025-01-31T10:00:00Z");
        var plan = shop.plan("49.00");
        var proposition = shop.proposition();
        var accounts = IntStream.range(0, 10).mapToObj(i -> shop.account()).toList();
        var calls = new ArrayList<Callable<Response>>();
        for (var account : accounts) {
            calls.add(() -> sign(shop, account, plan, proposition));
            calls.add(() -> sign(shop, account, UUID.randomUUID(), proposition));
            calls.add(() -> sign(shop, UUID.randomUUID(), plan, proposition));
        }

        var answers = atOnce(calls);

        for (var i = 0; i < answers.size(); i += 3) {
            assertThat(answers.get(i).statusCode()).isEqualTo(201);
            assertThat(answers.get(i + 1).<String>path("code")).isEqualTo("plan-not-published");
            assertThat(answers.get(i + 2).<String>path("code")).isEqualTo("account-unknown");
        }
        List<String> kept = shop.as("sales").get("/subscriptions?limit=100").path("items.id");
        assertThat(kept).hasSize(10);
    }

    @Test
    void shouldSignOnceForOneKeyHoweverManyComeAtOnce() throws Exception {
        var shop = Shop.at("2025-01-31T10:00:00Z");
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
        var shop = Shop.at("2025-01-31T10:00:00Z");
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
    void shouldKeepTenantsApart() throws Exception {
        var shops = List.of(Shop.at("2025-01-31T10:00:00Z"), Shop.at("2025-02-28T10:00:00Z"));
        var calls = new ArrayList<Callable<Response>>();
        for (var shop : shops) {
            var plan = shop.plan("49.00");
            var proposition = shop.proposition();
            IntStream.range(0, 10).forEach(i -> {
                var account = shop.account();
                calls.add(() -> sign(shop, account, plan, proposition));
            });
        }

        assertThat(atOnce(calls)).extracting(Response::statusCode).containsOnly(201);

        for (var shop : shops) {
            List<String> kept = shop.as("sales").get("/subscriptions?limit=100").path("items.id");
            assertThat(kept).hasSize(10);
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
