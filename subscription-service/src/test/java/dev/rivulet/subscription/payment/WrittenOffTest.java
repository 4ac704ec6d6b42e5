package dev.rivulet.subscription.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.rivulet.kit.testing.Sql;
import dev.rivulet.subscription.Invariants;
import dev.rivulet.subscription.Shop;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What was given up may be paid after all; it is no bad debt then, as far as it is paid. */
@QuarkusTest
class WrittenOffTest {

    private Shop shop;
    private UUID account;
    private String invoice;

    @BeforeEach
    void anInvoiceThatIsGivenUp() {
        shop = Shop.at("2025-01-31T10:00:00Z");
        account = shop.account();
        invoice = shop.invoices(shop.subscribe(account, shop.plan("49.00"), shop.proposition()), "id")
                .getFirst()
                .toString();
        pay("9.00", "T-0").statusCode(201);
        command("write-offs").statusCode(200);
        badDebt("40.00");
    }

    @AfterEach
    void shouldKeepTheBooks() {
        new Invariants(shop).shouldHold();
    }

    private ValidatableResponse command(String command) {
        var path = "/invoices/" + invoice;
        return shop.as("billing")
                .header("If-Match", shop.as("billing").get(path).header("ETag"))
                .body(Map.of("reason", "story"))
                .post(path + "/" + command)
                .then();
    }

    private ValidatableResponse pay(String amount, String reference) {
        return shop.pay(invoice, amount, "EUR", reference, "2025-01-31");
    }

    private ValidatableResponse invoice() {
        return shop.as("billing").get("/invoices/" + invoice).then().statusCode(200);
    }

    private ValidatableResponse refund(String payment, String amount) {
        return shop.as("billing")
                .body(Map.of(
                        "amount",
                        Map.of("amount", amount, "currency", "EUR"),
                        "source",
                        "INVOICES",
                        "target",
                        "METHOD",
                        "reason",
                        "story"))
                .post("/payments/" + payment + "/refunds")
                .then();
    }

    private void badDebt(String amount) {
        assertThat(Sql.column(
                        "SELECT (sum(CASE debit WHEN 'BAD_DEBT' THEN amount_minor ELSE -amount_minor END) / 100)"
                                + "::numeric(12, 2) FROM ledger_transfer WHERE tenant_id = ?"
                                + " AND 'BAD_DEBT' IN (debit, credit)",
                        shop.tenant))
                .containsExactly(amount);
    }

    @Test
    void shouldTakeWhatComesAfterAll() {
        pay("40.01", "T-1").statusCode(422).body("code", equalTo("payment-exceeds-due"));
        pay("15.00", "T-1").statusCode(201).body("allocations", hasSize(1));
        invoice().body("status", equalTo("UNCOLLECTIBLE")).body("due.amount", equalTo("0.00"));
        badDebt("25.00");

        pay("25.00", "T-2").statusCode(201);

        invoice().body("status", equalTo("PAID")).body("paidOn", equalTo("2025-01-31"));
        badDebt("0.00");
    }

    /** Money that names nothing pays what is open, and the rest is the customer's. */
    @Test
    void shouldNotPayWhatIsGivenUpByItself() {
        shop.as("billing")
                .body(Map.of(
                        "accountId", account,
                        "amount", Map.of("amount", "60.00", "currency", "EUR"),
                        "method", "BANK_TRANSFER",
                        "reference", "T-1",
                        "receivedOn", "2025-01-31"))
                .post("/payments")
                .then()
                .statusCode(201)
                .body("toBalance.amount", equalTo("60.00"));
        invoice().body("status", equalTo("UNCOLLECTIBLE"));
        badDebt("40.00");
    }

    @Test
    void shouldPayWhatIsNamedFirst() {
        shop.as("billing")
                .body(Map.of(
                        "accountId",
                        account,
                        "invoiceIds",
                        List.of(invoice),
                        "amount",
                        Map.of("amount", "60.00", "currency", "EUR"),
                        "method",
                        "BANK_TRANSFER",
                        "reference",
                        "T-1",
                        "receivedOn",
                        "2025-01-31"))
                .post("/payments")
                .then()
                .statusCode(201)
                .body("toBalance.amount", equalTo("20.00"));
        invoice().body("status", equalTo("PAID"));
        badDebt("0.00");
    }

    /** What was paid before it was given up and is refunded then is given up too; nobody is asked for it again. */
    @Test
    void shouldGiveUpWhatIsRefunded() {
        String payment =
                shop.as("billing").get("/payments?accountId=" + account).path("items[0].id");

        refund(payment, "4.00").statusCode(201);

        invoice().body("status", equalTo("UNCOLLECTIBLE")).body("due.amount", equalTo("0.00"));
        badDebt("44.00");
        pay("44.01", "T-1").statusCode(422);
        String late = pay("44.00", "T-1").statusCode(201).extract().path("id");
        badDebt("0.00");

        // It was paid in full: refunded now, it is due again as any other.
        refund(late, "44.00").statusCode(201);
        invoice().body("status", equalTo("PARTIALLY_PAID")).body("due.amount", equalTo("44.00"));
        badDebt("0.00");
    }

    /** Money won back in a dispute pays what it was taken from, even if that was given up meanwhile. */
    @Test
    void shouldPayWithMoneyWonBack() {
        pay("40.00", "T-1").statusCode(201);
        String payment = shop.as("billing")
                .get("/payments?accountId=" + account)
                .path("items.find { it.reference == 'T-1' }.id");
        String dispute = shop.as("billing")
                .body(Map.of("amount", Map.of("amount", "40.00", "currency", "EUR"), "reason", "fraud"))
                .post("/payments/" + payment + "/disputes")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        invoice().body("status", equalTo("PARTIALLY_PAID"));
        command("write-offs").statusCode(200);
        badDebt("40.00");

        shop.as("billing")
                .body(Map.of("won", true))
                .post("/disputes/" + dispute + "/closures")
                .then()
                .statusCode(200);

        invoice().body("status", equalTo("PAID"));
        badDebt("0.00");
    }
}
