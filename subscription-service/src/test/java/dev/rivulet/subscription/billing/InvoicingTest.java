package dev.rivulet.subscription.billing;

import static dev.rivulet.subscription.Buyer.eur;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.rivulet.subscription.Buyer;
import dev.rivulet.subscription.Catalog;
import dev.rivulet.subscription.Invariants;
import dev.rivulet.subscription.Metering;
import dev.rivulet.subscription.Shop;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class InvoicingTest {

    private static final Map<String, String> WHY = Map.of("reason", "Wrong address");

    private Shop shop;

    @AfterEach
    void shouldHold() {
        new Invariants(shop).shouldHold();
    }

    @Test
    void shouldGatherChargesUntilTheBillingDay() {
        shop = Shop.at("2024-03-15T10:00:00Z");
        var buyer = Buyer.of(shop, Map.of("billingDay", 20));
        buyer.charge("10.00");
        var second = buyer.charge("5.50");
        shop.as("billing")
                .get("/charges/" + second)
                .then()
                .body("status", equalTo("PENDING"))
                .body("waitsFor.cause", equalTo("BILLING_DAY"))
                .body("waitsFor.until", equalTo("2024-03-20"));

        shop.moveClock("2024-03-19T10:00:00Z").statusCode(200);
        assertThat(buyer.invoices()).isEmpty();
        shop.moveClock("2024-03-20T10:00:00Z").statusCode(200).body("invoices", equalTo(1));

        var invoice = (String) buyer.invoices().getFirst().get("id");
        buyer.read(invoice)
                .body("number", equalTo("INV-000001"))
                .body("status", equalTo("FINALIZED"))
                .body("total.amount", equalTo("15.50"))
                .body("issueDate", equalTo("2024-03-20"))
                .body("dueDate", equalTo("2024-04-03"))
                .body("lines", hasSize(2));
        shop.pay(invoice, "15.50", "EUR", "P-1", "2024-03-20").statusCode(201);
        shop.as("billing")
                .get("/charges/" + second)
                .then()
                .body("status", equalTo("PAID"))
                .body("invoiceId", equalTo(invoice));
    }

    @Test
    void shouldCarryForwardWhatIsTooSmall() {
        shop = Shop.at("2024-03-31T10:00:00Z");
        shop.as("billing")
                .body(Map.of("amount", eur("1.00"), "ageCapDays", 60, "policy", "COLLECT"))
                .put("/invoice-minimums/EUR/BANK_TRANSFER")
                .then()
                .statusCode(200);
        var buyer = Buyer.atOnce(shop, Map.of());
        var small = buyer.charge("0.30");
        shop.moveClock("2024-03-31T11:00:00Z").statusCode(200);

        assertThat(buyer.invoices()).isEmpty();
        shop.as("billing")
                .get("/charges/" + small)
                .then()
                .body("waitsFor.cause", equalTo("BELOW_MINIMUM"))
                .body("waitsFor.since", equalTo("2024-03-31"))
                .body("waitsFor.until", equalTo("2024-05-30"));

        shop.moveClock("2024-04-30T11:00:00Z").statusCode(200);
        buyer.charge("4.50");
        shop.moveClock("2024-04-30T12:00:00Z").statusCode(200);
        buyer.read((String) buyer.invoices().getFirst().get("id"))
                .body("total.amount", equalTo("4.80"))
                .body("lines[0].carriedForwardSince", equalTo("2024-03-31"))
                .body("lines[1].carriedForwardSince", nullValue());
        buyer.booksAgree();
    }

    @Test
    void shouldInvoiceAtTheAgeCapEvenWhatIsSmall() {
        shop = Shop.at("2024-03-31T10:00:00Z");
        var minimum = Map.of("amount", eur("1.00"), "ageCapDays", 10, "policy", "COLLECT");
        var buyer = Buyer.atOnce(shop, Map.of("minimum", minimum));
        buyer.charge("0.30");
        shop.moveClock("2024-03-31T11:00:00Z").statusCode(200);
        shop.moveClock("2024-04-09T11:00:00Z").statusCode(200);
        assertThat(buyer.invoices()).isEmpty();
        shop.moveClock("2024-04-10T11:00:00Z").statusCode(200);

        assertThat(buyer.invoices())
                .singleElement()
                .satisfies(invoice ->
                        assertThat(invoice).containsEntry("belowMinimum", true).containsEntry("status", "FINALIZED"));
    }

    @Test
    void shouldStayADraftForItsGrace() {
        shop = Shop.at("2024-03-15T10:00:00Z");
        var buyer = Buyer.of(shop, Map.of("graceDays", 3, "paymentTermsDays", 30));
        buyer.charge("10.00");
        var draft = buyer.invoice();
        buyer.read(draft)
                .body("status", equalTo("DRAFT"))
                .body("number", nullValue())
                .body("finalizeOn", equalTo("2024-03-18"));
        shop.pay(draft, "10.00", "EUR", "P-1", "2024-03-15").statusCode(422);

        shop.moveClock("2024-03-17T12:00:00Z").statusCode(200);
        buyer.read(draft).body("status", equalTo("DRAFT"));
        shop.moveClock("2024-03-18T12:00:00Z").statusCode(200);
        buyer.read(draft)
                .body("status", equalTo("FINALIZED"))
                .body("number", equalTo("INV-000001"))
                .body("issueDate", equalTo("2024-03-18"))
                .body("dueDate", equalTo("2024-04-17"));
        buyer.booksAgree();
    }

    @Test
    void shouldFinalizeOrDiscardADraftByHand() {
        shop = Shop.at("2024-03-15T10:00:00Z");
        var buyer = Buyer.of(shop, Map.of("graceDays", 3));
        buyer.charge("10.00");
        var first = buyer.invoice();
        shop.as("billing")
                .header("If-Match", "\"0\"")
                .delete("/invoices/" + first)
                .then()
                .statusCode(204);
        assertThat(buyer.charges()).extracting("status").containsExactly("PENDING");

        var second = buyer.invoice();
        buyer.command(second, "finalizations", "")
                .statusCode(200)
                .body("status", equalTo("FINALIZED"))
                .body("number", equalTo("INV-000001"));
        buyer.command(second, "finalizations", "").statusCode(409).body("code", equalTo("invoice-not-draft"));
        shop.as("billing").post("/invoices/" + second + "/finalizations").then().statusCode(428);
    }

    /** Nobody gets a credit note for what no invoice has asked for yet. */
    @Test
    void shouldCreditADraftWhenItIsFinal() {
        shop = Shop.at("2025-01-01T10:00:00Z");
        var catalog = Catalog.of(shop);
        var buyer = Buyer.atOnce(shop, Metering.utc(Map.of("graceDays", 3)));
        var contract = catalog.sign(buyer.id, catalog.plan("31.00"), Map.of());
        shop.moveClock("2025-01-02T10:00:00Z").statusCode(200);
        contract.decide("cancellations", Map.of("effective", "NOW"));
        assertThat(contract.creditNotes()).isEmpty();
        assertThat(buyer.charges().stream()
                        .filter(charge -> charge.get("status").equals("PENDING")))
                .singleElement()
                .extracting("waitsFor")
                .isEqualTo(Map.of("cause", "DRAFT", "until", "2025-01-04"));

        buyer.command(contract.lastInvoice().get("id").asText(), "finalizations", "")
                .statusCode(200);

        await().atMost(60, TimeUnit.SECONDS)
                .untilAsserted(() -> assertThat(contract.lines("2025-01-02"))
                        .containsExactly(
                                "RECURRING 2025-01-01..2025-02-01 31.00", "NOTE 2025-01-02..2025-02-01 30.00"));
        assertThat(contract.lastInvoice().at("/due/amount").asText()).isEqualTo("1.00");
        buyer.booksAgree();
    }

    @Test
    void shouldVoidAndRebill() {
        shop = Shop.at("2024-03-15T10:00:00Z");
        var buyer = Buyer.of(shop, Map.of());
        buyer.charge("10.00");
        var wrong = buyer.invoice();

        String right = buyer.command(wrong, "rebills", WHY)
                .statusCode(201)
                .body("number", equalTo("INV-000002"))
                .body("replacesId", equalTo(wrong))
                .body("total.amount", equalTo("10.00"))
                .extract()
                .path("id");
        buyer.read(wrong)
                .body("status", equalTo("VOID"))
                .body("closedReason", equalTo("Wrong address"))
                .body("due.amount", equalTo("0.00"));
        buyer.booksAgree();
        assertThat(buyer.charges()).extracting("status").containsExactly("VOID", "INVOICED");

        buyer.command(right, "voids", WHY).statusCode(200).body("status", equalTo("VOID"));
        buyer.command(right, "voids", WHY).statusCode(409).body("code", equalTo("invoice-not-voidable"));
        buyer.booksAgree();
        buyer.tryInvoice().statusCode(409).body("code", equalTo("nothing-to-invoice"));
    }

    @Test
    void shouldNotVoidWhatIsPaid() {
        shop = Shop.at("2024-03-15T10:00:00Z");
        var buyer = Buyer.of(shop, Map.of());
        buyer.charge("10.00");
        var invoice = buyer.invoice();
        shop.pay(invoice, "1.00", "EUR", "P-1", "2024-03-15").statusCode(201);

        buyer.command(invoice, "voids", WHY).statusCode(409).body("code", equalTo("invoice-has-payments"));
    }

    @Test
    void shouldWriteOffWhatIsDue() {
        shop = Shop.at("2024-03-15T10:00:00Z");
        var buyer = Buyer.of(shop, Map.of());
        buyer.charge("10.00");
        var invoice = buyer.invoice();

        buyer.command(invoice, "write-offs", WHY)
                .statusCode(200)
                .body("status", equalTo("UNCOLLECTIBLE"))
                .body("due.amount", equalTo("0.00"));
        buyer.command(invoice, "write-offs", WHY).statusCode(409).body("code", equalTo("invoice-not-open"));
        buyer.booksAgree();
    }

    @Test
    void shouldForgiveAPendingCharge() {
        shop = Shop.at("2024-03-15T10:00:00Z");
        var buyer = Buyer.of(shop, Map.of("billingDay", 1));
        var charge = buyer.charge("10.00");

        for (var status : List.of(200, 409)) {
            shop.as("billing")
                    .body(WHY)
                    .post("/charges/" + charge + "/forgivenesses")
                    .then()
                    .statusCode(status);
        }
        shop.as("billing")
                .get("/charges/" + charge)
                .then()
                .body("status", equalTo("FORGIVEN"))
                .body("note", equalTo("Wrong address"));
        buyer.tryInvoice().statusCode(409).body("code", equalTo("nothing-to-invoice"));
    }

    @Test
    void shouldExplainALine() {
        shop = Shop.at("2024-03-15T10:00:00Z");
        var buyer = Buyer.of(shop, Map.of());
        buyer.charge("10.00");
        var invoice = buyer.invoice();

        shop.as("ops")
                .get("/invoices/" + invoice + "/lines/1/explanation")
                .then()
                .statusCode(200)
                .body("explanation.code", equalTo("one-off"))
                .body("replayed.amount", equalTo("10.00"))
                .body("matches", equalTo(true));
        shop.as("ops")
                .get("/invoices/" + invoice + "/lines/2/explanation")
                .then()
                .statusCode(404);
    }

    @Test
    void shouldRefuseChargesThatCannotBe() {
        shop = Shop.at("2024-03-15T10:00:00Z");
        var buyer = Buyer.of(shop, Map.of());

        buyer.tryCharge("0.00", Map.of()).statusCode(400).body("errors[0].pointer", equalTo("/amount/amount"));
        buyer.tryCharge("1.00", Map.of("amount", Map.of("amount", "1.00", "currency", "USD")))
                .statusCode(422)
                .body("code", equalTo("currency-mismatch"));
        buyer.tryCharge("1.00", Map.of("taxCode", "vat")).statusCode(422).body("code", equalTo("tax-code-unknown"));
        buyer.tryCharge("1.00", Map.of("dueOn", "2024-03-14")).statusCode(422).body("code", equalTo("date-range"));
        shop.as("billing")
                .body(Map.of("amount", eur("1.00"), "description", "x"))
                .post("/accounts/" + UUID.randomUUID() + "/charges")
                .then()
                .statusCode(404);
        var other = Shop.live();
        var charge = buyer.charge("1.00");
        other.as("billing").get("/charges/" + charge).then().statusCode(404);
        other.as("billing")
                .body(WHY)
                .post("/charges/" + charge + "/forgivenesses")
                .then()
                .statusCode(404);
        other.as("billing").post("/accounts/" + buyer.id + "/invoices").then().statusCode(404);
        other.as("billing").get("/invoices/" + buyer.invoice()).then().statusCode(404);
    }

    @Test
    void shouldChargeOnceForAnIdempotencyKey() {
        shop = Shop.at("2024-03-15T10:00:00Z");
        var buyer = Buyer.of(shop, Map.of());
        for (var i = 0; i < 2; i++) {
            shop.as("billing")
                    .header("Idempotency-Key", "once")
                    .body(Map.of("amount", eur("1.00"), "description", "x"))
                    .post("/accounts/" + buyer.id + "/charges")
                    .then()
                    .statusCode(201);
        }

        assertThat(buyer.charges()).hasSize(1);
    }
}
