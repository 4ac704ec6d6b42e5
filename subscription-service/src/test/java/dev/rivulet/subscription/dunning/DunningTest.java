package dev.rivulet.subscription.dunning;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.rivulet.kit.tenancy.Tenants;
import dev.rivulet.kit.testing.Sql;
import dev.rivulet.kit.testing.Topic;
import dev.rivulet.subscription.Shop;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Invoices of 31 January are due on 14 February. */
@QuarkusTest
class DunningTest {

    @Inject
    Dunning dunning;

    @Inject
    Tenants tenants;

    private Shop shop;
    private UUID account;
    private Object invoice;

    @BeforeEach
    void anInvoiceAndAPolicy() {
        shop = Shop.at("2025-01-31T10:00:00Z");
        account = shop.account();
        var subscription = shop.subscribe(account, shop.plan("49.00"), shop.proposition());
        invoice = shop.invoices(subscription, "id").getFirst();
        // One invoice is enough to be in arrears with.
        shop.cancel(subscription).statusCode(200);
        patient();
    }

    private void patient() {
        as(
                        "/dunning-policies",
                        Map.of(
                                "name", "Patient",
                                "steps",
                                        List.of(
                                                Map.of("daysOverdue", 3, "action", "REMIND"),
                                                Map.of("daysOverdue", 7, "action", "RETRY"),
                                                Map.of("daysOverdue", 10, "action", "SUSPEND"),
                                                Map.of("daysOverdue", 40, "action", "WRITE_OFF")),
                                "retryAfterDays", List.of(2),
                                "tinyDebts", List.of(Map.of("amount", "5.00", "currency", "EUR"))))
                .statusCode(201)
                .body("active", equalTo(true));
    }

    @Test
    void shouldTakeEachStepOnItsDayAndOnce() {
        day("2025-02-16");
        cases().body("items", hasSize(0));
        day("2025-02-17");
        day("2025-02-17");
        cases().body("items[0].steps.step", contains("REMIND-3")).body("items[0].suspended", equalTo(false));
        day("2025-02-23");
        cases().body("items[0].steps.step", contains("REMIND-3", "RETRY-7", "RETRY-9"));
        day("2025-02-24");
        cases().body("items[0].suspended", equalTo(true))
                .body("items[0].steps.action", contains("REMIND", "RETRY", "RETRY", "SUSPEND"))
                .body("items[0].steps.takenOn", contains("2025-02-17", "2025-02-21", "2025-02-23", "2025-02-24"))
                .body("items[0].steps[3].owed.amount", equalTo("49.00"))
                .body("items[0].steps[3].daysOverdue", equalTo(10));
        assertThat(events(5))
                .containsExactly(
                        "dunning.step-taken",
                        "dunning.step-taken",
                        "dunning.step-taken",
                        "dunning.step-taken",
                        "account.suspended");
    }

    @Test
    void shouldServeAgainWhoHasPaid() {
        day("2025-02-24");
        shop.pay(invoice, "49.00", "EUR", "T-1", "2025-02-24").statusCode(201);

        cases().body("items[0].status", equalTo("SETTLED"))
                .body("items[0].suspended", equalTo(false))
                .body("items[0].closedOn", equalTo("2025-02-24"));
        assertThat(events(6)).last().isEqualTo("account.resumed");
    }

    @Test
    void shouldNeverTouchTinyDebts() {
        shop.pay(invoice, "44.00", "EUR", "T-1", "2025-01-31").statusCode(201);
        day("2025-03-01");
        cases().body("items", hasSize(0));
    }

    @Test
    void shouldLetGoOfWhoOwesATinyRestOnly() {
        day("2025-02-24");
        shop.pay(invoice, "20.00", "EUR", "T-1", "2025-02-24").statusCode(201);
        cases().body("items[0].suspended", equalTo(true)).body("items[0].steps", hasSize(4));
        day("2025-02-25");
        cases().body("items[0].steps", hasSize(4));
        shop.pay(invoice, "24.00", "EUR", "T-2", "2025-02-25").statusCode(201);
        cases().body("items[0].status", equalTo("SETTLED")).body("items[0].suspended", equalTo(false));
    }

    @Test
    void shouldGiveUpAndSayHowMuch() {
        day("2025-03-26");

        cases().body("items[0].status", equalTo("WRITTEN_OFF")).body("items[0].suspended", equalTo(true));
        shop.as("billing")
                .get("/invoices/" + invoice)
                .then()
                .body("status", equalTo("UNCOLLECTIBLE"))
                .body("due.amount", equalTo("0.00"));
        assertThat(Sql.column(
                        "SELECT amount_minor FROM ledger_transfer WHERE tenant_id = ? AND debit = 'BAD_DEBT'",
                        shop.tenant))
                .containsExactly("4900");
        hold(Map.of("reason", "A new beginning")).statusCode(200);
        cases().body("items[0].suspended", equalTo(false));
    }

    @Test
    void shouldServeAgainWhoPaysWhatWasGivenUp() {
        day("2025-03-26");
        shop.pay(invoice, "48.00", "EUR", "T-1", "2025-03-26").statusCode(201);
        cases().body("items[0].suspended", equalTo(true));

        shop.pay(invoice, "1.00", "EUR", "T-2", "2025-03-26").statusCode(201);

        shop.as("billing").get("/invoices/" + invoice).then().body("status", equalTo("PAID"));
        cases().body("items[0].status", equalTo("WRITTEN_OFF")).body("items[0].suspended", equalTo(false));
    }

    @Test
    void shouldLeaveAloneWhoIsPausedOrExempt() {
        hold(Map.of("until", "2025-02-20", "reason", "They dispute it")).statusCode(200);
        day("2025-02-20");
        cases().body("items", hasSize(0));
        day("2025-02-24");
        cases().body("items[0].suspended", equalTo(true));
        hold(Map.of("reason", "The founder's friend")).statusCode(200);
        cases().body("items[0].status", equalTo("EXEMPT")).body("items[0].suspended", equalTo(false));
        day("2025-02-26");
        cases().body("items", hasSize(1));
        shop.as("sales")
                .get("/accounts/" + account + "/dunning-hold")
                .then()
                .body("reason", equalTo("The founder's friend"));
        shop.as("billing")
                .delete("/accounts/" + account + "/dunning-hold")
                .then()
                .statusCode(204);
        shop.as("sales").get("/accounts/" + account + "/dunning-hold").then().statusCode(404);
        day("2025-02-27");
        cases().body("items.episode", contains(1, 2));
        hold(Map.of("reason", " ")).statusCode(400);
        shop.as("billing")
                .body(Map.of("reason", "x"))
                .put("/accounts/" + UUID.randomUUID() + "/dunning-hold")
                .then()
                .statusCode(404);
    }

    @Test
    void shouldTryACardAgain() {
        card("decline:card_declined");
        day("2025-02-17");
        assertThat(Sql.number("SELECT count(*) FROM payment WHERE tenant_id = ?", shop.tenant))
                .isEqualTo(1);
        var better = card("ok");
        shop.as("billing")
                .header("If-Match", "\"0\"")
                .post("/accounts/" + account + "/payment-methods/" + better + "/preferences")
                .then()
                .statusCode(200);
        day("2025-02-21");

        shop.as("billing").get("/invoices/" + invoice).then().body("status", equalTo("PAID"));
        cases().body("items[0].status", equalTo("SETTLED"));
    }

    @Test
    void shouldTakeAStepOnceWhenManyLookAtOnce() throws Exception {
        shop.as("billing").delete("/dunning-policies").then().statusCode(204);
        shop.moveClock("2025-02-24T12:00:00Z").statusCode(200);
        patient();
        try (var threads = Executors.newFixedThreadPool(6)) {
            var calls = IntStream.range(0, 6)
                    .<Callable<Object>>mapToObj(i -> () -> tenants.as(shop.tenant, () -> {
                        dunning.runDue();
                        return i;
                    }))
                    .toList();
            for (var call : threads.invokeAll(calls)) {
                call.get();
            }
        }

        cases().body("items", hasSize(1)).body("items[0].steps", hasSize(4));
        assertThat(events(5)).hasSize(5);
    }

    @Test
    void shouldSayWhereATestClockIsToStop() {
        var from = Instant.parse("2025-01-31T10:00:00Z");
        var next = tenants.as(
                shop.tenant,
                () -> QuarkusTransaction.requiringNew()
                        .call(() -> dunning.nextDue(from, Instant.parse("2025-03-31T00:00:00Z"))));

        assertThat(next).contains(Instant.parse("2025-02-16T23:00:00Z"));
    }

    /** One step of the clock over months is as good as many. */
    @Test
    void shouldStopATestClockWhereMoreIsOwedAndWhereAHoldEnds() {
        var much = Map.of("amount", "60.00", "currency", "EUR");
        as(
                        "/dunning-policies",
                        Map.of(
                                "name",
                                "Lenient with little",
                                "steps",
                                List.of(
                                        Map.of("daysOverdue", 3, "action", "REMIND"),
                                        Map.of("daysOverdue", 5, "action", "SUSPEND", "minimums", List.of(much)))))
                .statusCode(201);
        hold(Map.of("until", "2025-02-18", "reason", "They dispute it")).statusCode(200);
        shop.moveClock("2025-02-11T10:00:00Z").statusCode(200);
        var second = shop.subscribe(account, shop.plan("49.00"), shop.proposition());
        shop.cancel(second).statusCode(200);

        shop.moveClock("2025-03-31T10:00:00Z").statusCode(200);

        cases().body("items", hasSize(1))
                .body("items[0].steps.step", contains("REMIND-3", "SUSPEND-5"))
                .body("items[0].steps.takenOn", contains("2025-02-19", "2025-02-26"))
                .body("items[0].steps.owed.amount", contains("49.00", "98.00"));
    }

    /** What is left is younger: the next step waits for its day, and none is left out or taken twice. */
    @Test
    void shouldCountFromTheOldestThatIsStillOwed() {
        shop.moveClock("2025-02-05T10:00:00Z").statusCode(200);
        var younger = shop.subscribe(account, shop.plan("49.00"), shop.proposition());
        shop.cancel(younger).statusCode(200);

        shop.moveClock("2025-02-18T12:00:00Z").statusCode(200);
        shop.pay(invoice, "20.00", "EUR", "T-1", "2025-02-18").statusCode(201);
        shop.moveClock("2025-02-22T12:00:00Z").statusCode(200);
        cases().body("items[0].steps.step", contains("REMIND-3", "RETRY-7"));
        shop.pay(invoice, "29.00", "EUR", "T-2", "2025-02-22").statusCode(201);
        shop.moveClock("2025-02-27T12:00:00Z").statusCode(200);
        cases().body("items[0].suspended", equalTo(false)).body("items[0].steps", hasSize(2));
        shop.moveClock("2025-03-01T12:00:00Z").statusCode(200);

        cases().body("items", hasSize(1))
                .body("items[0].suspended", equalTo(true))
                .body("items[0].steps.step", contains("REMIND-3", "RETRY-7", "RETRY-9", "SUSPEND-10"))
                .body("items[0].steps.takenOn", contains("2025-02-17", "2025-02-21", "2025-02-28", "2025-03-01"))
                .body("items[0].steps.owed.amount", contains("49.00", "78.00", "49.00", "49.00"))
                .body("items[0].steps.daysOverdue", contains(3, 7, 9, 10));
    }

    @Test
    void shouldRefuseWhatIsNoPolicy() {
        as("/dunning-policies", Map.of("name", "x", "steps", List.of())).statusCode(400);
        as(
                        "/dunning-policies",
                        Map.of(
                                "name",
                                "x",
                                "steps",
                                List.of(
                                        Map.of("daysOverdue", 7, "action", "REMIND"),
                                        Map.of("daysOverdue", 3, "action", "CALL"))))
                .statusCode(400)
                .body("code", equalTo("steps-not-in-order"));
        as("/dunning-policies", Map.of("name", "x", "steps", List.of(Map.of("daysOverdue", 0, "action", "REMIND"))))
                .statusCode(400);
        shop.as("billing").delete("/dunning-policies").then().statusCode(204);
        shop.as("ops").get("/dunning-policies").then().body("items.active", contains(false));
        day("2025-02-24");
        cases().body("items", hasSize(0));
    }

    private UUID card(String token) {
        return Shop.id(as("/accounts/" + account + "/payment-methods", Map.of("type", "CARD_SANDBOX", "token", token))
                .statusCode(201));
    }

    private void day(String day) {
        shop.moveClock(day + "T12:00:00Z").statusCode(200);
        tenants.as(shop.tenant, () -> {
            dunning.runDue();
            return day;
        });
    }

    private List<String> events(int count) {
        return await().atMost(60, SECONDS)
                .until(
                        () -> Topic.records("subscription.dunning.events.v1", shop.tenant).stream()
                                .map(record -> Topic.header(record, "ce_type")
                                        .replace("dev.rivulet.subscription.", "")
                                        .replace(".v1", ""))
                                .toList(),
                        found -> found.size() >= count);
    }

    private ValidatableResponse cases() {
        return shop.as("ops").get("/dunning-cases?accountId=" + account).then().statusCode(200);
    }

    private ValidatableResponse hold(Map<String, Object> body) {
        return shop.as("billing")
                .body(body)
                .put("/accounts/" + account + "/dunning-hold")
                .then();
    }

    private ValidatableResponse as(String path, Map<String, Object> body) {
        return shop.as("billing").body(body).post(path).then();
    }
}
