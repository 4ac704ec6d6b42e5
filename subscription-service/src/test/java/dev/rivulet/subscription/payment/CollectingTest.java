package dev.rivulet.subscription.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.rivulet.kit.tenancy.Tenants;
import dev.rivulet.kit.testing.Sql;
import dev.rivulet.subscription.Shop;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Cards, the customer's balance and what is done when nobody knows. */
@QuarkusTest
class CollectingTest {

    @Inject
    Collecting collecting;

    @Inject
    Tenants tenants;

    private Shop shop;
    private UUID account;
    private Object first;
    private Object second;

    @BeforeEach
    void twoInvoices() {
        shop = Shop.at("2025-01-31T10:00:00Z");
        account = shop.account();
        var proposition = shop.proposition();
        first = shop.invoices(shop.subscribe(account, shop.plan("49.00"), proposition), "id")
                .getFirst();
        second = shop.invoices(shop.subscribe(account, shop.plan("30.00"), proposition), "id")
                .getFirst();
    }

    @Test
    void shouldCollectSeveralInvoicesInOneDebit() {
        card("ok");

        var collection = collect()
                .statusCode(201)
                .body("fromBalance.amount", equalTo("0.00"))
                .body("payment.status", equalTo("SUCCEEDED"))
                .body("payment.amount.amount", equalTo("79.00"))
                .body("payment.allocations.invoiceId", containsInAnyOrder(first, second))
                .body("payment.receivedOn", equalTo("2025-01-31"));

        invoice(first).body("status", equalTo("PAID"));
        invoice(second).body("status", equalTo("PAID"));
        collect().statusCode(201).body("payment", nullValue());
        shop.as("ops")
                .get("/ledger/transfers?causeId=" + collection.extract().path("payment.id"))
                .then()
                .body("items.debit", contains("CASH", "CASH"))
                .body("items.credit", contains("RECEIVABLE", "RECEIVABLE"));
    }

    @Test
    void shouldLeaveInvoicesOpenWhenACardIsDeclined() {
        card("decline:insufficient_funds");

        var payment = collect()
                .statusCode(201)
                .body("payment.status", equalTo("FAILED"))
                .body("payment.failureCode", equalTo("insufficient_funds"))
                .extract()
                .path("payment.id");

        invoice(first).body("status", equalTo("FINALIZED"));
        collect().statusCode(201).body("payment.status", equalTo("FAILED"));
        shop.as("billing")
                .queryParam("status", "FAILED")
                .queryParam("invoiceId", first)
                .get("/payments")
                .then()
                .body("items", hasSize(2))
                .body("items[0].id", equalTo(payment));
    }

    @Test
    void shouldBlockWhatNobodyKnowsUntilTheProviderTells() {
        card("timeout");
        var payment = collect()
                .statusCode(201)
                .body("payment.status", equalTo("UNKNOWN"))
                .extract()
                .path("payment.id");

        collect().statusCode(409).body("code", equalTo("payment-undecided"));
        as("/payments/" + payment + "/queries", Map.of()).statusCode(200).body("status", equalTo("UNKNOWN"));
        collect().statusCode(409);
        as("/payments/" + payment + "/sandbox-outcomes", Map.of("succeeded", true))
                .statusCode(200);
        as("/payments/" + payment + "/sandbox-outcomes", Map.of("succeeded", false))
                .statusCode(409);
        as("/payments/" + payment + "/queries", Map.of()).statusCode(200).body("status", equalTo("SUCCEEDED"));

        invoice(first).body("status", equalTo("PAID"));
        as("/payments/" + payment + "/queries", Map.of()).statusCode(409).body("code", equalTo("payment-decided"));
    }

    @Test
    void shouldLetAnOperatorStateWhatBecameOfAPayment() {
        card("timeout");
        var lost = collect().extract().<String>path("payment.id");
        as("/payments/" + lost + "/resolutions", Map.of("succeeded", false, "detail", "never_arrived"))
                .statusCode(200)
                .body("status", equalTo("FAILED"))
                .body("failureCode", equalTo("never_arrived"));
        var won = collect().statusCode(201).extract().<String>path("payment.id");
        as("/payments/" + won + "/resolutions", Map.of("succeeded", true, "detail", "sandbox-x"))
                .statusCode(200)
                .body("status", equalTo("SUCCEEDED"));
        as("/payments/" + won + "/resolutions", Map.of("succeeded", false, "detail", "x"))
                .statusCode(409);

        invoice(first).body("status", equalTo("PAID"));
        assertThat(Sql.number("SELECT count(*) FROM payment_target WHERE tenant_id = ? AND open", shop.tenant))
                .isZero();
    }

    @Test
    void shouldUseAProvidersNameOnce() {
        card("timeout");
        var one = collectOnly(first).extract().<String>path("payment.id");
        var two = collectOnly(second).extract().<String>path("payment.id");
        as("/payments/" + one + "/resolutions", Map.of("succeeded", true, "detail", "same"))
                .statusCode(200);

        as("/payments/" + two + "/resolutions", Map.of("succeeded", true, "detail", "same"))
                .statusCode(409)
                .body("code", equalTo("provider-payment-known"));
        invoice(second).body("status", equalTo("FINALIZED"));
    }

    @Test
    void shouldTryOnceWhenManyCollectAtOnce() throws Exception {
        card("timeout");
        var statuses = new ArrayList<Integer>();
        try (var threads = Executors.newFixedThreadPool(6)) {
            var calls = IntStream.range(0, 6)
                    .<Callable<Integer>>mapToObj(i -> () -> collect().extract().statusCode())
                    .toList();
            for (var status : threads.invokeAll(calls)) {
                statuses.add(status.get());
            }
        }

        assertThat(Collections.frequency(statuses, 201)).isEqualTo(1);
        assertThat(Collections.frequency(statuses, 409)).isEqualTo(5);
    }

    @Test
    void shouldUseTheBalanceBeforeCollecting() {
        card("ok");
        pay(Map.of("accountId", account, "invoiceIds", List.of(second)), "10.00", "T-1");
        credit("60.00").statusCode(201).body("used.amount", equalTo("60.00")).body("balance.amount", equalTo("0.00"));

        invoice(first).body("due.amount", equalTo("0.00"));
        invoice(second).body("due.amount", equalTo("9.00"));
        collect().statusCode(201).body("payment.amount.amount", equalTo("9.00"));
        shop.as("ops").get("/ledger/trial-balance").then().body("currencies.size()", equalTo(1));
        assertThat(Sql.number(
                        "SELECT sum(CASE WHEN debit = 'RECEIVABLE' THEN amount_minor ELSE -amount_minor END)"
                                + " FROM ledger_transfer WHERE tenant_id = ? AND 'RECEIVABLE' IN (debit, credit)",
                        shop.tenant))
                .isZero();
    }

    @Test
    void shouldGiveWhatNoInvoiceNeedsToTheBalance() {
        pay(Map.of("accountId", account), "100.00", "T-1")
                .statusCode(201)
                .body("toBalance.amount", equalTo("21.00"))
                .body("allocations", hasSize(2));
        balance("21.00");
        pay(Map.of("accountId", account, "invoiceIds", List.of(UUID.randomUUID())), "1.00", "T-2")
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/invoiceIds/0"));
        pay(Map.of("accountId", UUID.randomUUID()), "1.00", "T-3")
                .statusCode(422)
                .body("code", equalTo("account-unknown"));
        pay(Map.of("accountId", account, "invoiceId", first), "1.00", "T-4").statusCode(400);
    }

    @Test
    void shouldCollectNewInvoicesByItselfAndOnce() {
        var method = card("decline:card_declined");
        assertThat(collectDue()).isZero();
        assertThat(collectDue()).isZero();
        assertThat(Sql.number("SELECT count(*) FROM payment WHERE tenant_id = ?", shop.tenant))
                .isEqualTo(1);
        shop.as("billing")
                .header("If-Match", "\"0\"")
                .delete("/accounts/" + account + "/payment-methods/" + method)
                .then()
                .statusCode(204);
        card("ok");

        shop.moveClock("2025-02-28T12:00:00Z");
        assertThat(collectDue()).isZero();

        invoice(first).body("status", equalTo("FINALIZED"));
        shop.as("billing").get("/invoices?status=PAID").then().body("items", hasSize(1));
    }

    @Test
    void shouldNotCollectByItselfWhatIsSentByBank() {
        method(Map.of("type", "BANK_TRANSFER")).statusCode(201).body("automatic", equalTo(false));

        assertThat(collectDue()).isZero();
        collect().statusCode(422).body("code", equalTo("method-not-collectable"));
        assertThat(Sql.number("SELECT count(*) FROM payment WHERE tenant_id = ?", shop.tenant))
                .isZero();
    }

    @Test
    void shouldPreferOneMethod() {
        var one = card("ok");
        var two = card("decline:x");
        shop.as("sales")
                .get("/accounts/" + account + "/payment-methods")
                .then()
                .statusCode(200)
                .body("items.preferred", contains(true, false))
                .body("items[0].minimum.amount", equalTo("0.50"));
        shop.as("billing")
                .header("If-Match", "\"0\"")
                .post("/accounts/" + account + "/payment-methods/" + two + "/preferences")
                .then()
                .statusCode(200)
                .body("preferred", equalTo(true));
        shop.as("sales")
                .get("/accounts/" + account + "/payment-methods")
                .then()
                .body("items.preferred", contains(false, true));
        shop.as("billing")
                .header("If-Match", "\"0\"")
                .delete("/accounts/" + account + "/payment-methods/" + one)
                .then()
                .statusCode(412);
        method(Map.of("type", "CARD_SANDBOX", "token", "4242424242424242"))
                .statusCode(400)
                .body("code", equalTo("sandbox-token-unknown"));
        method(Map.of("type", "STRIPE", "token", "pm_1"))
                .statusCode(422)
                .body("code", equalTo("provider-not-available"));
        method(Map.of("type", "CARD_SANDBOX")).statusCode(400);
    }

    /** Credit 300 on an unpaid 249.95; the residual reduces the next charge (KB-037). */
    @Test
    void shouldLetACreditReduceTheNextCharge() {
        var usd = shop.account("America/New_York", "USD");
        var subscription = shop.subscribe(usd, shop.plan("249.95", "USD", 0), shop.proposition());
        shop.as("billing")
                .body(Map.of("amount", Map.of("amount", "300.00", "currency", "USD"), "reason", "sorry"))
                .post("/accounts/" + usd + "/credits")
                .then()
                .statusCode(201)
                .body("used.amount", equalTo("249.95"))
                .body("balance.amount", equalTo("50.05"));
        shop.as("billing")
                .body(Map.of("type", "CARD_SANDBOX", "token", "ok"))
                .post("/accounts/" + usd + "/payment-methods")
                .then()
                .statusCode(201);

        shop.moveClock("2025-02-28T12:00:00Z");

        assertThat(Sql.column(
                        "SELECT amount_minor FROM payment WHERE tenant_id = ? AND account_id = ?", shop.tenant, usd))
                .containsExactly("19990");
        assertThat(shop.invoices(subscription, "status")).containsExactly("PAID", "PAID");
        credit("1.00").statusCode(201);
        shop.as("billing")
                .body(Map.of("amount", Map.of("amount", "1.00", "currency", "EUR"), "reason", "x"))
                .post("/accounts/" + usd + "/credits")
                .then()
                .statusCode(422);
    }

    private int collectDue() {
        return tenants.as(shop.tenant, collecting::collectDue);
    }

    private UUID card(String token) {
        return Shop.id(method(Map.of("type", "CARD_SANDBOX", "token", token)).statusCode(201));
    }

    private ValidatableResponse method(Map<String, Object> body) {
        return as("/accounts/" + account + "/payment-methods", body);
    }

    private ValidatableResponse collect() {
        return as("/collections", Map.of("accountId", account));
    }

    private ValidatableResponse collectOnly(Object invoice) {
        return as("/collections", Map.of("accountId", account, "invoiceIds", List.of(invoice)));
    }

    private ValidatableResponse credit(String amount) {
        return as(
                "/accounts/" + account + "/credits",
                Map.of("amount", Map.of("amount", amount, "currency", "EUR"), "reason", "Two days without service"));
    }

    private ValidatableResponse pay(Map<String, Object> to, String amount, String reference) {
        var body = new java.util.HashMap<String, Object>(to);
        body.put("amount", Map.of("amount", amount, "currency", "EUR"));
        body.put("method", "BANK_TRANSFER");
        body.put("reference", reference);
        body.put("receivedOn", "2025-01-31");
        return as("/payments", body);
    }

    private void balance(String amount) {
        shop.as("billing").get("/accounts/" + account + "/balance").then().body("balance.amount", equalTo(amount));
    }

    private ValidatableResponse invoice(Object id) {
        return shop.as("billing").get("/invoices/" + id).then().statusCode(200);
    }

    private ValidatableResponse as(String path, Map<String, Object> body) {
        return shop.as("billing").body(body).post(path).then();
    }
}
