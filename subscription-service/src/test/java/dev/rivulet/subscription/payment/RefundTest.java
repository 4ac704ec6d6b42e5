package dev.rivulet.subscription.payment;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.rivulet.kit.tenancy.Tenants;
import dev.rivulet.subscription.Invariants;
import dev.rivulet.subscription.Shop;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class RefundTest {

    @Inject
    Collecting collecting;

    @Inject
    Tenants tenants;

    private Shop shop;
    private UUID account;
    private Object invoice;

    @BeforeEach
    void anInvoice() {
        shop = Shop.at("2025-01-31T10:00:00Z");
        account = shop.account();
        invoice = shop.invoices(shop.subscribe(account, shop.plan("49.00"), shop.proposition()), "id")
                .getFirst();
    }

    @AfterEach
    void shouldHold() {
        new Invariants(shop).shouldHold();
    }

    @Test
    void shouldReopenAnInvoiceWhenItsMoneyGoesBack() {
        var payment = card();
        refund(payment, "20.00", "INVOICES", "METHOD")
                .statusCode(201)
                .body("status", equalTo("SUCCEEDED"))
                .body("refundedOn", equalTo("2025-01-31"));

        invoice().body("status", equalTo("PARTIALLY_PAID")).body("due.amount", equalTo("20.00"));
        read(payment).body("refunded.amount", equalTo("20.00")).body("allocations.amount.amount", contains("29.00"));
        refund(payment, "29.01", "INVOICES", "METHOD").statusCode(422).body("code", equalTo("refund-exceeds-payment"));
        refund(payment, "29.00", "INVOICES", "METHOD").statusCode(201);
        invoice().body("status", equalTo("FINALIZED")).body("due.amount", equalTo("49.00"));
        shop.as("ops")
                .get("/payments/" + payment + "/refunds")
                .then()
                .statusCode(200)
                .body("items", hasSize(2));
    }

    @Test
    void shouldRefundFromTheBalanceWhatIsThere() {
        var payment = bank("60.00");
        refund(payment, "12.00", "BALANCE", "METHOD").statusCode(422).body("code", equalTo("refund-exceeds-balance"));
        refund(payment, "11.00", "BALANCE", "METHOD").statusCode(201).body("status", equalTo("SUCCEEDED"));

        balance("0.00");
        invoice().body("status", equalTo("PAID"));
    }

    @Test
    void shouldRefundOutOfKindnessAndLeaveTheInvoicePaid() {
        var payment = card();
        refund(payment, "49.00", "GOODWILL", "METHOD").statusCode(201);

        invoice().body("status", equalTo("PAID"));
        shop.as("ops")
                .get("/ledger/transfers?accountId=" + account + "&limit=200")
                .then()
                .body("items.find { it.debit == 'GOODWILL' }.amount.amount", equalTo("49.00"));
    }

    @Test
    void shouldMoveMoneyOfAnInvoiceToTheBalance() {
        var payment = bank("49.00");
        refund(payment, "9.00", "INVOICES", "BALANCE").statusCode(201).body("status", equalTo("SUCCEEDED"));

        balance("9.00");
        invoice().body("due.amount", equalTo("9.00"));
        read(payment).body("refunded.amount", equalTo("0.00"));
        refund(payment, "41.00", "INVOICES", "BALANCE")
                .statusCode(422)
                .body("code", equalTo("refund-exceeds-invoices"));
        refund(payment, "1.00", "GOODWILL", "BALANCE").statusCode(422);
    }

    @ParameterizedTest
    @CsvSource({"0.00, EUR, 400", "-1.00, EUR, 400", "1.00, USD, 422"})
    void shouldRefuseWhatIsNoRefund(String amount, String currency, int status) {
        as(
                        "/payments/" + bank("49.00") + "/refunds",
                        Map.of(
                                "amount", Map.of("amount", amount, "currency", currency),
                                "source", "INVOICES",
                                "target", "METHOD",
                                "reason", "x"))
                .statusCode(status);
    }

    @Test
    void shouldReopenWhatABankTookBackUntilItIsWon() {
        var payment = card();
        var body = Map.of(
                "amount", Map.of("amount", "49.00", "currency", "EUR"),
                "providerDisputeId", "dp_1",
                "reason", "fraudulent");
        var dispute = Shop.id(
                as("/payments/" + payment + "/disputes", body).statusCode(201).body("status", equalTo("OPEN")));
        as("/payments/" + payment + "/disputes", body).statusCode(201).body("id", equalTo(dispute.toString()));

        invoice().body("status", equalTo("FINALIZED"));
        // It would be collected by itself, were it not disputed.
        tenants.as(shop.tenant, collecting::collectDue);
        invoice().body("status", equalTo("FINALIZED"));
        refund(payment, "1.00", "GOODWILL", "METHOD").statusCode(422);

        as("/disputes/" + dispute + "/closures", Map.of("won", true))
                .statusCode(200)
                .body("status", equalTo("WON"))
                .body("closedOn", equalTo("2025-01-31"));
        invoice().body("status", equalTo("PAID"));
        as("/disputes/" + dispute + "/closures", Map.of("won", false)).statusCode(409);
        shop.as("ops").get("/disputes").then().statusCode(200).body("items.status", contains("WON"));
    }

    @Test
    void shouldTakeADisputeFromTheBalanceAndThenCallItALoss() {
        var payment = bank("60.00");
        refund(payment, "11.00", "BALANCE", "METHOD").statusCode(201);
        refund(payment, "40.00", "GOODWILL", "METHOD").statusCode(201);
        as(
                        "/payments/" + payment + "/disputes",
                        Map.of("amount", Map.of("amount", "9.00", "currency", "EUR"), "reason", "recalled"))
                .statusCode(201);

        invoice().body("due.amount", equalTo("9.00"));
        balance("0.00");
    }

    @Test
    void shouldRefundOnlyMoneyThatCame() {
        as("/accounts/" + account + "/payment-methods", Map.of("type", "CARD_SANDBOX", "token", "decline:x"))
                .statusCode(201);
        var failed = as("/collections", Map.of("accountId", account)).extract().<String>path("payment.id");

        refund(failed, "1.00", "GOODWILL", "METHOD").statusCode(409).body("code", equalTo("payment-not-succeeded"));
        refund(UUID.randomUUID(), "1.00", "GOODWILL", "METHOD").statusCode(404);
        Shop.live().as("admin").get("/payments/" + failed + "/refunds").then().statusCode(404);
    }

    private String card() {
        as("/accounts/" + account + "/payment-methods", Map.of("type", "CARD_SANDBOX", "token", "ok"))
                .statusCode(201);
        return as("/collections", Map.of("accountId", account))
                .statusCode(201)
                .extract()
                .path("payment.id");
    }

    private String bank(String amount) {
        return as(
                        "/payments",
                        Map.of(
                                "accountId", account,
                                "amount", Map.of("amount", amount, "currency", "EUR"),
                                "method", "BANK_TRANSFER",
                                "reference", "T-1",
                                "receivedOn", "2025-01-31"))
                .statusCode(201)
                .extract()
                .path("id");
    }

    private ValidatableResponse refund(Object payment, String amount, String source, String target) {
        return as(
                "/payments/" + payment + "/refunds",
                Map.of(
                        "amount",
                        Map.of("amount", amount, "currency", "EUR"),
                        "source",
                        source,
                        "target",
                        target,
                        "reason",
                        "Paid twice"));
    }

    private void balance(String amount) {
        shop.as("billing").get("/accounts/" + account + "/balance").then().body("balance.amount", equalTo(amount));
    }

    private ValidatableResponse invoice() {
        return shop.as("billing").get("/invoices/" + invoice).then().statusCode(200);
    }

    private ValidatableResponse read(Object payment) {
        return shop.as("billing").get("/payments/" + payment).then().statusCode(200);
    }

    private ValidatableResponse as(String path, Map<String, Object> body) {
        return shop.as("billing").body(body).post(path).then();
    }
}
