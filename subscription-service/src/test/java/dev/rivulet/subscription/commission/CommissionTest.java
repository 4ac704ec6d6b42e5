package dev.rivulet.subscription.commission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.rivulet.kit.money.Money;
import dev.rivulet.kit.tenancy.Tenants;
import dev.rivulet.kit.testing.Sql;
import dev.rivulet.subscription.Invariants;
import dev.rivulet.subscription.SalesDesk;
import dev.rivulet.subscription.Shop;
import dev.rivulet.subscription.billing.InvoiceReversed;
import dev.rivulet.subscription.billing.InvoiceSettled;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CommissionTest {

    @Inject
    Tenants tenants;

    @Inject
    Event<InvoiceReversed> reversals;

    @Inject
    Event<InvoiceSettled> settlements;

    private Shop shop;
    private SalesDesk desk;
    private UUID partner;
    private UUID subscription;

    @BeforeEach
    void aCustomerOfAPartners() {
        shop = Shop.at("2026-03-02T10:00:00Z");
        desk = new SalesDesk(shop);
        var plan = shop.plan("49.99");
        partner = desk.partner("gold");
        var body = desk.deal(shop.proposition(), plan);
        body.put("registrationId", desk.approved(partner, "Northwind"));
        List<String> subscriptions = desk.won(body, "2026-03-31").extract().path("subscriptionIds");
        subscription = UUID.fromString(subscriptions.getFirst());
    }

    @AfterEach
    void shouldHold() {
        new Invariants(shop).shouldHold();
    }

    @Test
    void shouldAccrueWhatWasPaidByTheMostSpecificRule() {
        rule("All", "5", "RECURRING", Map.of()).statusCode(201);
        var gold = Shop.id(rule("Gold", "12.5", "FIRST_YEAR", Map.of("partnerTier", "gold")));
        rule("Silver", "50", "RECURRING", Map.of("partnerTier", "silver")).statusCode(201);
        var invoice = shop.invoices(subscription).getFirst();
        shop.pay(invoice.get("id"), "9.99", "EUR", "T-1", "2026-03-02").statusCode(201);
        entries().body("items", hasSize(0));

        shop.pay(invoice.get("id"), "40.00", "EUR", "T-2", "2026-03-02").statusCode(201);

        entries()
                .body("items", hasSize(1))
                .body("items[0].kind", equalTo("ACCRUAL"))
                .body("items[0].partnerId", equalTo(partner.toString()))
                .body("items[0].subscriptionId", equalTo(subscription.toString()))
                .body("items[0].invoiceNumber", equalTo("INV-000001"))
                .body("items[0].base.amount", equalTo("49.99"))
                .body("items[0].percent", equalTo("12.5"))
                .body("items[0].amount.amount", equalTo("6.25"))
                .body("items[0].earnedOn", equalTo("2026-03-02"))
                .body("items[0].explanation.ruleId", equalTo(gold.toString()))
                .body("items[0].explanation.scope", equalTo("tier gold, any product"))
                .body("items[0].explanation.formula", equalTo("49.99 × 12.5 % = 6.24875"))
                .body("items[0].explanation.earnsUntil", equalTo("2027-03-02"))
                .body("items[0].statementId", nullValue());
        desk.asPartner(partner)
                .get("/commission-entries")
                .then()
                .statusCode(200)
                .body("items", hasSize(1));
    }

    @Test
    void shouldPayNothingForOwnSalesWithoutARuleOrAfterTheFirstYear() {
        var own = shop.subscribed("20.00");
        pay(own, 0, "20.00");
        pay(subscription, 0, "49.99");
        entries().body("items", hasSize(0));

        rule("First year", "10", "FIRST_YEAR", Map.of()).statusCode(201);
        shop.moveClock("2027-04-03T10:00:00Z").statusCode(200);
        // The last period that begins within the first year, and the first after it.
        pay(subscription, 11, "49.99");
        pay(subscription, 12, "49.99");
        entries().body("items.amount.amount", contains("5.00"));
    }

    @Test
    void shouldRefuseRulesThatCouldTie() {
        var first = Shop.id(rule("A", "5", "RECURRING", Map.of("partnerTier", "gold", "validUntil", "2026-07-01")));
        rule("B", "6", "RECURRING", Map.of("partnerTier", "gold", "validFrom", "2026-06-30"))
                .statusCode(409)
                .body("code", equalTo("commission-rule-overlaps"));
        rule("C", "6", "RECURRING", Map.of("partnerTier", "gold", "validFrom", "2026-07-01"))
                .statusCode(201);
        rule("D", "6", "RECURRING", Map.of("partnerTier", "gold", "productId", shop.product))
                .statusCode(201);
        rule("E", "6", "RECURRING", Map.of("partnerTier", "gold", "partnerId", partner))
                .statusCode(400)
                .body("code", equalTo("partner-or-tier"));
        // No partner would ever stand in it: catalogs write tiers in lower case.
        rule("E", "6", "RECURRING", Map.of("partnerTier", "Gold"))
                .statusCode(400)
                .body("errors[0].code", equalTo("key-format"))
                .body("errors[0].pointer", equalTo("/partnerTier"));
        for (var percent : List.of("0", "-5", "100.01", "1.00001")) {
            rule("F", percent, "RECURRING", Map.of("partnerId", partner))
                    .statusCode(400)
                    .body("errors[0].code", equalTo("percent-range"));
        }
        rule("G", "5", "RECURRING", Map.of("partnerId", partner, "validUntil", "2026-01-01"))
                .statusCode(400)
                .body("code", equalTo("validity-empty"));

        end(first, "2026-03-01").statusCode(422).body("code", equalTo("valid-until-range"));
        end(first, "2026-05-01").statusCode(200).body("validUntil", equalTo("2026-05-01"));
        rule(
                        "H",
                        "6",
                        "RECURRING",
                        Map.of("partnerTier", "gold", "validFrom", "2026-05-01", "validUntil", "2026-07-01"))
                .statusCode(201);
    }

    @Test
    void shouldEarnOnceHoweverOftenItIsTold() {
        rule("All", "20", "RECURRING", Map.of()).statusCode(201);
        pay(subscription, 0, "49.99");
        var entry = entries().extract();
        var again = new InvoiceSettled(
                UUID.fromString(entry.path("items[0].invoiceId")),
                entry.path("items[0].invoiceNumber"),
                UUID.fromString(entry.path("items[0].accountId")),
                LocalDate.parse("2026-03-02"),
                List.of(new InvoiceSettled.Line(
                        UUID.fromString(entry.path("items[0].invoiceLineId")),
                        subscription,
                        LocalDate.parse("2026-03-02"),
                        Money.of("49.99", "EUR"))));

        fire(settlements, again);

        entries().body("items", hasSize(1));
    }

    @Test
    void shouldTakeBackWhatIsGivenBackOnceAndExactly() {
        rule("All", "12.5", "RECURRING", Map.of()).statusCode(201);
        pay(subscription, 0, "49.99");
        var entry = entries().extract();
        var invoice = UUID.fromString(entry.path("items[0].invoiceId"));
        var line = UUID.fromString(entry.path("items[0].invoiceLineId"));
        var note = UUID.randomUUID();

        fire(reversals, reversal(invoice, note, line, "16.66"));
        fire(reversals, reversal(invoice, note, line, "16.66"));
        fire(reversals, reversal(invoice, UUID.randomUUID(), line, "16.66"));
        fire(reversals, reversal(invoice, UUID.randomUUID(), line, "16.67"));
        fire(reversals, reversal(invoice, UUID.randomUUID(), line, "16.67"));

        entries()
                .body("items.kind", contains("ACCRUAL", "REVERSAL", "REVERSAL", "REVERSAL"))
                .body("items.amount.amount", contains("6.25", "-2.08", "-2.09", "-2.08"))
                .body("items[1].base.amount", equalTo("-16.66"))
                .body("items[1].cause", equalTo(note.toString()))
                .body("items[1].explanation.formula", containsString("(49.99 − 16.66) × 12.5 %"));
    }

    /** What a refund takes back in parts is all of it in the end, and earned again when it is paid again. */
    @Test
    void shouldFollowARefundToTheCent() {
        rule("All", "12.5", "RECURRING", Map.of()).statusCode(201);
        var invoice = shop.invoices(subscription, "id").getFirst();
        var payment =
                Shop.id(shop.pay(invoice, "49.99", "EUR", "T-1", "2026-03-02").statusCode(201));

        refund(payment, "20.00");
        refund(payment, "29.99");
        entries()
                .body("items.kind", contains("ACCRUAL", "REVERSAL", "REVERSAL"))
                .body("items.amount.amount", contains("6.25", "-2.50", "-3.75"));

        shop.pay(invoice, "9.99", "EUR", "T-2", "2026-03-02").statusCode(201);
        entries().body("items", hasSize(3));
        shop.pay(invoice, "40.00", "EUR", "T-3", "2026-03-02").statusCode(201);
        entries()
                .body("items.kind", contains("ACCRUAL", "REVERSAL", "REVERSAL", "REINSTATEMENT"))
                .body("items[3].amount.amount", equalTo("6.25"))
                .body("items[3].base.amount", equalTo("49.99"));
    }

    @Test
    void shouldTakeBackWhatACreditNoteGivesBack() {
        rule("All", "20", "RECURRING", Map.of()).statusCode(201);
        pay(subscription, 0, "49.99");
        var invoice = shop.invoices(subscription).getFirst();

        credit(invoice.get("id"), "10.00");
        credit(invoice.get("id"), "39.99");

        entries()
                .body("items.kind", contains("ACCRUAL", "REVERSAL", "REVERSAL"))
                .body("items.amount.amount", contains("10.00", "-2.00", "-8.00"));
    }

    /** Nothing was earned yet; what is paid in the end is what earns, also where a credit note pays the rest. */
    @Test
    void shouldEarnByWhatIsPaidInTheEnd() {
        rule("All", "20", "RECURRING", Map.of()).statusCode(201);
        var invoice = shop.invoices(subscription, "id").getFirst();
        credit(invoice, "9.99");
        entries().body("items", hasSize(0));
        shop.pay(invoice, "30.00", "EUR", "T-1", "2026-03-02").statusCode(201);
        credit(invoice, "10.00");

        entries().body("items.amount.amount", contains("6.00")).body("items[0].base.amount", equalTo("30.00"));
    }

    @Test
    void shouldTakeBackWhatACancellationGivesBack() {
        rule("All", "20", "RECURRING", Map.of()).statusCode(201);
        pay(subscription, 0, "49.99");
        shop.moveClock("2026-03-17T10:00:00Z").statusCode(200);

        shop.as("sales")
                .header("If-Match", shop.subscription(subscription).extract().header("ETag"))
                .body(Map.of("effective", "NOW"))
                .post("/subscriptions/" + subscription + "/cancellations")
                .then()
                .statusCode(200);

        // 16 of 31 days of 49.99 are 25.80 given back; a fifth of the other 24.19 is 4.84.
        entries()
                .body("items.kind", contains("ACCRUAL", "REVERSAL"))
                .body("items.base.amount", contains("49.99", "-25.80"))
                .body("items.amount.amount", contains("10.00", "-5.16"));
    }

    @Test
    void shouldTakeBackWhatAVoidInvoiceEarned() {
        rule("All", "20", "RECURRING", Map.of()).statusCode(201);
        var account = shop.invoices(subscription).getFirst().get("accountId");
        shop.as("billing")
                .body(Map.of("amount", Map.of("amount", "60.00", "currency", "EUR"), "reason", "Welcome"))
                .post("/accounts/" + account + "/credits")
                .then()
                .statusCode(201);
        var invoice = shop.invoices(subscription).getFirst();
        entries().body("items.amount.amount", contains("10.00"));

        shop.as("billing")
                .header("If-Match", "\"" + invoice.get("version") + "\"")
                .body(Map.of("reason", "A mistake"))
                .post("/invoices/" + invoice.get("id") + "/voids")
                .then()
                .statusCode(200);

        entries().body("items.amount.amount", contains("10.00", "-10.00"));
    }

    private void refund(UUID payment, String amount) {
        shop.as("billing")
                .body(Map.of(
                        "amount", Map.of("amount", amount, "currency", "EUR"),
                        "source", "INVOICES",
                        "target", "METHOD",
                        "reason", "Unhappy"))
                .post("/payments/" + payment + "/refunds")
                .then()
                .statusCode(201);
    }

    private void credit(Object invoice, String amount) {
        shop.as("billing")
                .header("If-Match", desk.etag("/invoices/" + invoice))
                .body(Map.of(
                        "reason",
                        "Outage",
                        "lines",
                        List.of(Map.of("position", 1, "amount", Map.of("amount", amount, "currency", "EUR")))))
                .post("/invoices/" + invoice + "/credit-notes")
                .then()
                .statusCode(201);
    }

    @Test
    void shouldStateTheMonthAndKeepIt() {
        rule("All", "20", "RECURRING", Map.of()).statusCode(201);
        pay(subscription, 0, "49.99");
        var march = Shop.id(statement("2026-03")
                .statusCode(201)
                .body("status", equalTo("DRAFT"))
                .body("entries", equalTo(1)));
        statement("2026-03").statusCode(409).body("code", equalTo("statement-exists"));
        finalize(march).statusCode(409).body("code", equalTo("statement-month-open"));
        shop.moveClock("2026-04-05T10:00:00Z").statusCode(200);
        shop.pay(shop.invoices(subscription, "id").get(1), "49.99", "EUR", "T-9", "2026-04-05")
                .statusCode(201);

        finalize(march)
                .statusCode(200)
                .body("status", equalTo("FINAL"))
                .body("total.amount", equalTo("10.00"))
                .body("entries", equalTo(1));

        finalize(march).statusCode(409).body("code", equalTo("statement-final"));
        var entry = entries()
                .body("items[0].statementId", equalTo(march.toString()))
                .extract();
        // Taken back later, it stands in the next statement, and the final one is as it was.
        fire(
                reversals,
                reversal(
                        UUID.fromString(entry.path("items[0].invoiceId")),
                        UUID.randomUUID(),
                        UUID.fromString(entry.path("items[0].invoiceLineId")),
                        "49.99"));
        read(march).body("total.amount", equalTo("10.00")).body("entries", equalTo(1));
        var april = Shop.id(statement("2026-04").statusCode(201));
        read(april).body("total.amount", equalTo("0.00")).body("entries", equalTo(2));
        shop.as("billing")
                .get("/commission-statements/" + april + "/entries")
                .then()
                .statusCode(200)
                .body("items.amount.amount", contains("10.00", "-10.00"));
        shop.as("billing")
                .get("/commission-statements?status=FINAL")
                .then()
                .body("items.id", contains(march.toString()));
    }

    @Test
    void shouldWriteATableThatIsNoFormula() {
        var body = desk.deal(shop.proposition(), shop.plan("10.00"));
        body.put("prospect", Map.of("name", "=cmd(\"x\"), Ltd", "zone", "Europe/Berlin"));
        body.put("registrationId", desk.approved(partner, "=cmd(\"x\"), Ltd"));
        List<String> second = desk.won(body, "2026-03-31").extract().path("subscriptionIds");
        rule("All", "20", "RECURRING", Map.of()).statusCode(201);
        pay(UUID.fromString(second.getFirst()), 0, "10.00");
        var id = Shop.id(statement("2026-03").statusCode(201));

        var csv = shop.as("ops")
                .get("/commission-statements/" + id + "/csv")
                .then()
                .statusCode(200)
                .contentType("text/csv")
                .extract()
                .asString();

        assertThat(csv.split("\r\n")).hasSize(2);
        assertThat(csv)
                .startsWith("earned_on,kind,customer,account_id,")
                .contains("2026-03-02,ACCRUAL,\"'=cmd(\"\"x\"\"), Ltd\",")
                .contains(",10.00,20,2.00,EUR,");
    }

    @Test
    void shouldKeepFinalRowsInTheDatabaseToo() {
        rule("All", "20", "RECURRING", Map.of()).statusCode(201);
        pay(subscription, 0, "49.99");
        var id = Shop.id(statement("2026-03"));
        shop.moveClock("2026-04-05T10:00:00Z").statusCode(200);
        finalize(id).statusCode(200);

        for (var change : List.of(
                "UPDATE commission_statement SET total_minor = 1",
                "DELETE FROM commission_statement",
                "UPDATE commission_entry SET amount_minor = 1",
                "UPDATE commission_entry SET statement_id = NULL",
                "DELETE FROM commission_entry")) {
            assertThat(refuses(change)).as(change).isTrue();
        }
    }

    private boolean refuses(String change) {
        try {
            Sql.run(change + " WHERE tenant_id = '" + shop.tenant + "'");
            return false;
        } catch (AssertionError refused) {
            return refused.getCause().getMessage().contains("such rows are final");
        }
    }

    private ValidatableResponse rule(String name, String percent, String recurrence, Map<String, Object> scope) {
        var body = new HashMap<String, Object>(
                Map.of("name", name, "percent", percent, "recurrence", recurrence, "validFrom", "2026-01-01"));
        body.putAll(scope);
        return shop.as("billing").body(body).post("/commission-rules").then();
    }

    private ValidatableResponse end(UUID rule, String validUntil) {
        return shop.as("billing")
                .header("If-Match", desk.etag("/commission-rules/" + rule))
                .body(Map.of("validUntil", validUntil))
                .post("/commission-rules/" + rule + "/ends")
                .then();
    }

    private void pay(UUID subscription, int period, String amount) {
        shop.pay(shop.invoices(subscription, "id").get(period), amount, "EUR", "T-" + UUID.randomUUID(), "2026-03-02")
                .statusCode(201);
    }

    private ValidatableResponse entries() {
        return shop.as("billing").get("/commission-entries").then().statusCode(200);
    }

    private ValidatableResponse statement(String month) {
        return shop.as("billing")
                .body(Map.of("partnerId", partner, "month", month, "currency", "EUR"))
                .post("/commission-statements")
                .then();
    }

    private ValidatableResponse read(UUID statement) {
        return shop.as("billing")
                .get("/commission-statements/" + statement)
                .then()
                .statusCode(200);
    }

    private ValidatableResponse finalize(UUID statement) {
        return shop.as("billing")
                .header("If-Match", desk.etag("/commission-statements/" + statement))
                .post("/commission-statements/" + statement + "/finalizations")
                .then();
    }

    private static InvoiceReversed reversal(UUID invoice, UUID cause, UUID line, String net) {
        return new InvoiceReversed(
                invoice,
                cause,
                LocalDate.parse("2026-04-05"),
                List.of(new InvoiceReversed.Line(line, Money.of(net, "EUR"))));
    }

    private <T> void fire(Event<T> event, T fact) {
        tenants.as(
                shop.tenant,
                () -> QuarkusTransaction.requiringNew().call(() -> {
                    event.fire(fact);
                    return true;
                }));
    }
}
