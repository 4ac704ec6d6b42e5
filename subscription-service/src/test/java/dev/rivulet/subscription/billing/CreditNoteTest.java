package dev.rivulet.subscription.billing;

import static dev.rivulet.subscription.Buyer.eur;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.rivulet.kit.testing.Sql;
import dev.rivulet.subscription.Buyer;
import dev.rivulet.subscription.Invariants;
import dev.rivulet.subscription.Shop;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CreditNoteTest {

    private Shop shop;

    @BeforeEach
    void open() {
        shop = Shop.at("2024-03-15T10:00:00Z");
    }

    @AfterEach
    void shouldHold() {
        new Invariants(shop).shouldHold();
    }

    private static Map<String, Object> line(int position, String amount) {
        return Map.of("reason", "Outage", "lines", List.of(Map.of("position", position, "amount", eur(amount))));
    }

    private Buyer taxed() {
        shop.as("billing")
                .body(Map.of("code", "vat", "name", "VAT", "percent", "20", "validFrom", "2024-01-01"))
                .post("/tax-rates")
                .then()
                .statusCode(201);
        return Buyer.of(shop, Map.of("tax", Map.of("code", "vat")));
    }

    @Test
    void shouldTakeOffWhatIsDueAndKeepTheRest() {
        var buyer = taxed();
        buyer.charge("75.00");
        var invoice = buyer.invoice();
        buyer.read(invoice).body("total.amount", equalTo("90.00"));
        shop.pay(invoice, "80.00", "EUR", "P-1", "2024-03-15").statusCode(201);

        buyer.command(invoice, "credit-notes", line(1, "71.43"))
                .statusCode(201)
                .body("number", equalTo("CN-000001"))
                .body("subtotal.amount", equalTo("71.43"))
                .body("tax.amount", equalTo("14.29"))
                .body("total.amount", equalTo("85.72"))
                .body("applied.amount", equalTo("10.00"))
                .body("toBalance.amount", equalTo("75.72"));

        buyer.read(invoice)
                .body("status", equalTo("PAID"))
                .body("credited.amount", equalTo("10.00"))
                .body("due.amount", equalTo("0.00"));
        assertThat(buyer.balance()).isEqualTo("75.72");
        buyer.charge("100.00");
        buyer.read(buyer.invoice())
                .body("total.amount", equalTo("120.00"))
                .body("balanceUsed.amount", equalTo("75.72"))
                .body("due.amount", equalTo("44.28"));
    }

    @Test
    void shouldNeverGiveBackMoreThanWasAskedFor() {
        var buyer = Buyer.of(shop, Map.of());
        buyer.charge("10.00");
        var invoice = buyer.invoice();
        buyer.command(invoice, "credit-notes", line(1, "6.00")).statusCode(201);

        buyer.command(invoice, "credit-notes", line(1, "4.01"))
                .statusCode(422)
                .body("code", equalTo("credit-exceeds-line"))
                .body("errors[0].pointer", equalTo("/lines/0/amount"));
        buyer.command(invoice, "credit-notes", line(2, "1.00")).statusCode(422).body("code", equalTo("line-unknown"));
        buyer.command(invoice, "credit-notes", Map.of("reason", "All of it"))
                .statusCode(201)
                .body("total.amount", equalTo("4.00"));
        buyer.command(invoice, "credit-notes", Map.of("reason", "Again"))
                .statusCode(409)
                .body("code", equalTo("nothing-to-credit"));
        buyer.command(invoice, "voids", Map.of("reason", "Too late"))
                .statusCode(409)
                .body("code", equalTo("invoice-credited"));

        shop.as("ops")
                .queryParam("invoiceId", invoice)
                .get("/credit-notes")
                .then()
                .statusCode(200)
                .body("items", hasSize(2))
                .body("items[1].number", equalTo("CN-000002"))
                .body("items[0].lines[0].amount.amount", equalTo("6.00"));
        String note = shop.as("ops").get("/credit-notes").then().extract().path("items[0].id");
        shop.as("ops").get("/credit-notes/" + note).then().statusCode(200);
        Shop.live().as("ops").get("/credit-notes/" + note).then().statusCode(404);
        buyer.booksAgree();
    }

    @Test
    void shouldGoWhereItIsToldTo() {
        var buyer = Buyer.of(shop, Map.of());
        buyer.charge("30.00");
        var invoice = buyer.invoice();

        buyer.command(invoice, "credit-notes", to("BALANCE", "10.00"))
                .statusCode(201)
                .body("applied.amount", equalTo("0.00"))
                .body("toBalance.amount", equalTo("10.00"));
        buyer.read(invoice).body("due.amount", equalTo("30.00"));
        assertThat(buyer.balance()).isEqualTo("10.00");

        buyer.command(invoice, "credit-notes", to("INVOICE", "5.00"))
                .statusCode(201)
                .body("applied.amount", equalTo("5.00"));
        buyer.read(invoice).body("due.amount", equalTo("25.00"));
        buyer.booksAgree();
    }

    @Test
    void shouldRefundWhatWasPaid() {
        var buyer = Buyer.of(shop, Map.of());
        buyer.charge("30.00");
        var invoice = buyer.invoice();
        var payment =
                Shop.id(shop.pay(invoice, "20.00", "EUR", "P-1", "2024-03-15").statusCode(201));

        // 10.00 was due still; the rest goes back by bank.
        buyer.command(invoice, "credit-notes", to("REFUND", "25.00"))
                .statusCode(201)
                .body("applied.amount", equalTo("10.00"));

        buyer.read(invoice).body("status", equalTo("PAID")).body("paid.amount", equalTo("30.00"));
        assertThat(buyer.balance()).isEqualTo("0.00");
        shop.as("ops")
                .get("/payments/" + payment + "/refunds")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].amount.amount", equalTo("15.00"))
                .body("items[0].source", equalTo("BALANCE"))
                .body("items[0].status", equalTo("SUCCEEDED"));
        buyer.booksAgree();
    }

    @Test
    void shouldNotRefundWhatNoPaymentPaid() {
        var buyer = Buyer.of(shop, Map.of());
        shop.as("billing")
                .body(Map.of("amount", eur("30.00"), "reason", "Welcome"))
                .post("/accounts/" + buyer.id + "/credits")
                .then()
                .statusCode(201);
        buyer.charge("30.00");
        var invoice = buyer.invoice();

        buyer.command(invoice, "credit-notes", to("REFUND", "25.00"))
                .statusCode(422)
                .body("code", equalTo("credit-not-refundable"))
                .body("errors[0].pointer", equalTo("/to"));

        assertThat(buyer.balance()).isEqualTo("0.00");
        buyer.read(invoice).body("credited.amount", equalTo("0.00"));
    }

    @Test
    void shouldRefundACardWhenItsProviderIsAsked() {
        var buyer = Buyer.atOnce(shop, Map.of());
        shop.as("billing")
                .body(Map.of("type", "CARD_SANDBOX", "token", "ok"))
                .post("/accounts/" + buyer.id + "/payment-methods")
                .then()
                .statusCode(201);
        buyer.charge("30.00");
        shop.moveClock("2024-03-16T10:00:00Z").statusCode(200);
        var invoice = buyer.invoices().getFirst().get("id").toString();
        buyer.read(invoice).body("status", equalTo("PAID"));

        buyer.command(invoice, "credit-notes", to("REFUND", "30.00")).statusCode(201);
        String payment = shop.as("ops")
                .get("/payments?accountId=" + buyer.id)
                .then()
                .extract()
                .path("items[0].id");
        var refunds = "/payments/" + payment + "/refunds";
        String refund = shop.as("ops").get(refunds).then().extract().path("items[0].id");
        shop.as("ops").get("/refunds/" + refund).then().body("status", equalTo("PENDING"));

        // Half a minute on, the service asks by itself.
        Sql.run("UPDATE payment_refund SET begun_at = begun_at - interval '1 minute' WHERE id = '" + refund + "'");
        shop.moveClock("2024-03-17T10:00:00Z").statusCode(200);
        shop.as("ops").get("/refunds/" + refund).then().body("status", equalTo("SUCCEEDED"));
        assertThat(buyer.balance()).isEqualTo("0.00");
        buyer.booksAgree();
    }

    private static Map<String, Object> to(String where, String amount) {
        return Map.of("reason", "Outage", "to", where, "lines", List.of(Map.of("position", 1, "amount", eur(amount))));
    }
}
