package dev.rivulet.catalog.activity;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.rivulet.catalog.Caller;
import dev.rivulet.kit.outbox.Envelope;
import dev.rivulet.kit.outbox.Event;
import dev.rivulet.kit.testing.Sql;
import dev.rivulet.kit.testing.Topic;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class ActivityRevenueTest {

    private static final String TOPIC = "subscription.invoice.events.v1";
    private static final String CREDIT_NOTES = "subscription.credit-note.events.v1";

    private final Caller sales = Caller.as("sales");
    private final Registry registry = new Registry(sales);
    private String edition;
    private String seller;
    private String software;
    private String shop;

    /** The topic is subscription-service's, so that nobody here makes it. */
    @BeforeEach
    void makeTheTopics() {
        Topic.make(TOPIC, CREDIT_NOTES);
        edition = registry.starterEdition();
        seller = registry.added(edition, "62.09", "[\"47.91\"]");
        software = product("62.09");
        shop = product("47.91.2");
    }

    @Test
    void shouldAddUpInvoicesByCodeAndWarnWhenAnotherEarnsMore() {
        invoice("2026-01-10", line(software, "100.00", "EUR"), line(shop, "30.00", "EUR"));
        awaitRevenue(2);
        revenue("2026-01-01", "2026-02-01")
                .body("codes.code", contains("47.91.2", "62.09"))
                .body("codes[0].name", equalTo("Розничная торговля через Интернет"))
                .body("codes[0].amounts[0].amount", equalTo("30.00"))
                .body("codes[1].amounts[0].amount", equalTo("100.00"))
                .body("warnings", empty());

        invoice("2026-01-31", line(shop, "80.00", "EUR"));
        awaitRevenue(3);
        revenue("2026-01-01", "2026-02-01")
                .body("codes[0].amounts[0].amount", equalTo("110.00"))
                .body("warnings", hasSize(1))
                .body("warnings[0].code", equalTo("main-code-not-highest"))
                .body("warnings[0].currency", equalTo("EUR"))
                .body("warnings[0].highest", equalTo("47.91.2"))
                .body("warnings[0].detail", containsString("62.09 is not the one that earns most"));
        revenue("2026-01-01", "2026-01-31").body("warnings", empty());
        sales.http()
                .header("Accept-Language", "ru")
                .get("/sellers/" + seller + "/activity-revenue?from=2026-01-01&to=2026-02-01")
                .then()
                .body("warnings[0].detail", containsString("Основной код 62.09"));
    }

    /** Each on its own day, so that what was reported of a month that is over stays as it was. */
    @Test
    void shouldSubtractWhatIsVoidOrGivenBack() {
        var mistake = UUID.randomUUID();
        send(mistake, UUID.randomUUID(), "2026-01-10", line(software, "100.00", "EUR"), line(shop, "30.00", "EUR"));
        invoice("2026-01-20", line(software, "50.00", "EUR"));
        awaitRevenue(3);

        for (var i = 0; i < 2; i++) {
            tell(TOPIC, VoidedInvoice.TYPE, mistake, """
                    {"id": "%s", "voidedOn": "2026-02-03"}""".formatted(mistake));
        }
        var note = UUID.randomUUID();
        tell(CREDIT_NOTES, CreditedCharges.TYPE, note, """
                {"id": "%s", "issueDate": "2026-02-05", "lines": [%s, {"amount": {"amount": "1.00", "currency": "EUR"}}]}""".formatted(note, line(software, "12.50", "EUR")));
        awaitRevenue(6);

        revenue("2026-01-01", "2026-02-01")
                .body("codes.code", contains("47.91.2", "62.09"))
                .body("codes[1].amounts[0].amount", equalTo("150.00"));
        revenue("2026-01-01", "2026-03-01")
                .body("codes[0].amounts[0].amount", equalTo("0.00"))
                .body("codes[1].amounts[0].amount", equalTo("37.50"));
    }

    @Test
    void shouldCountAnInvoiceOnceHoweverOftenItArrives() {
        var id = UUID.randomUUID();
        for (var i = 0; i < 3; i++) {
            send(id, UUID.randomUUID(), "2026-01-10", line(software, "10.00", "EUR"));
        }
        invoice("2026-01-11", line(software, "1.00", "EUR"));
        awaitRevenue(2);
        revenue("2026-01-01", "2026-02-01").body("codes[0].amounts[0].amount", equalTo("11.00"));
    }

    @Test
    void shouldTellApartWhatSeveralSellersSell() {
        var other = registry.created(
                "/sellers", Registry.seller(edition, "47.91", "[]").replace("shop", "other"));
        registry.assigned(other, productOf(shop), "47.91");
        invoice("2026-01-10", line(software, "10.00", "EUR"), line(shop, "99.00", "EUR"));
        awaitRevenue(2);
        revenue("2026-01-01", "2026-02-01")
                .body("codes.code", contains("62.09"))
                .body("shared[0].amount", equalTo("99.00"))
                .body("warnings", empty());
    }

    @Test
    void shouldCreditTheSellerThatInvoiced() {
        var other = registry.created(
                "/sellers", Registry.seller(edition, "47.91", "[]").replace("shop", "other"));
        registry.assigned(other, productOf(shop), "47.91");
        var mine = UUID.randomUUID();
        invoicedBy("shop", mine, "99.00");
        invoicedBy("other", UUID.randomUUID(), "55.00");
        invoicedBy("main", UUID.randomUUID(), "7.00");
        awaitRevenue(3);
        var note = UUID.randomUUID();
        tell(CREDIT_NOTES, CreditedCharges.TYPE, note, """
                {"id": "%s", "invoiceId": "%s", "issueDate": "2026-01-20", "lines": [%s]}""".formatted(note, mine, line(shop, "9.00", "EUR")));
        awaitRevenue(4);
        revenue("2026-01-01", "2026-02-01")
                .body("codes[0].code", equalTo("47.91.2"))
                .body("codes[0].amounts[0].amount", equalTo("90.00"))
                .body("shared[0].amount", equalTo("7.00"));
        sales.get("/sellers/" + other + "/activity-revenue?from=2026-01-01&to=2026-02-01")
                .then()
                .body("codes[0].amounts[0].amount", equalTo("55.00"))
                .body("shared[0].amount", equalTo("7.00"));
    }

    private void invoicedBy(String legalEntity, UUID id, String amount) {
        tell(TOPIC, BilledInvoice.TYPE, id, """
                {"id": "%s", "issueDate": "2026-01-10", "legalEntity": "%s", "lines": [%s]}""".formatted(id, legalEntity, line(shop, amount, "EUR")));
    }

    @Test
    void shouldParkAnInvoiceForAPlanThatIsNotThere() {
        invoice("2026-01-10", line(UUID.randomUUID().toString(), "10.00", "EUR"));
        await().atMost(60, SECONDS)
                .untilAsserted(() -> sales.inRole("ops")
                        .get("/dead-letters")
                        .then()
                        .body("items", hasSize(1))
                        .body("items[0].consumer", equalTo("activity-revenue"))
                        .body("items[0].reason", containsString("no plan")));
        revenue("2026-01-01", "2026-02-01").body("codes", empty());
    }

    @Test
    void shouldIgnoreInvoicesFromBeforeTheyToldTheirLines() {
        send(UUID.randomUUID(), UUID.randomUUID(), "2026-01-09", (String[]) null);
        invoice("2026-01-10", line(software, "10.00", "EUR"));
        awaitRevenue(1);
        sales.inRole("ops").get("/dead-letters").then().body("items", hasSize(0));
    }

    @Test
    void shouldWantAPeriod() {
        sales.get("/sellers/" + seller + "/activity-revenue?from=2026-01-02&to=2026-01-02")
                .then()
                .statusCode(400)
                .body("errors[0].code", equalTo("period-empty"));
        sales.get("/sellers/" + seller + "/activity-revenue")
                .then()
                .statusCode(200)
                .body("codes", empty());
    }

    @ParameterizedTest
    @CsvSource({"to, -999999999-06-01", "to, 0000-12-31", "from, +10000-01-01", "from, -999999999-01-01"})
    void shouldKnowNoPeriodBeyondTheCalendar(String end, String day) {
        sales.http()
                .queryParam(end, day)
                .get("/sellers/" + seller + "/activity-revenue")
                .then()
                .statusCode(400)
                .body("errors[0].code", equalTo("value-out-of-range"))
                .body("errors[0].pointer", equalTo("?" + end));
    }

    private ValidatableResponse revenue(String from, String to) {
        return sales.get("/sellers/%s/activity-revenue?from=%s&to=%s".formatted(seller, from, to))
                .then()
                .statusCode(200);
    }

    private void awaitRevenue(int lines) {
        await().atMost(60, SECONDS)
                .until(() -> Sql.number("SELECT count(*) FROM product_revenue WHERE tenant_id = ?", sales.tenant())
                        == lines);
    }

    /** A plan of a new product that is sold under a code. */
    private String product(String code) {
        var product = sales.product();
        registry.assigned(seller, product, code);
        return sales.plan(product);
    }

    private String productOf(String plan) {
        return sales.get("/plans/" + plan).path("productId");
    }

    private static String line(String plan, String amount, String currency) {
        return """
                {"planId": "%s", "planVersion": 1, "amount": {"amount": "%s", "currency": "%s"}}""".formatted(plan, amount, currency);
    }

    private void invoice(String issued, String... lines) {
        send(UUID.randomUUID(), UUID.randomUUID(), issued, lines);
    }

    private void send(UUID id, UUID event, String issued, String... lines) {
        var told = lines == null ? "" : ", \"lines\": [" + String.join(",", lines) + "]";
        var payload = """
                {"id": "%s", "number": "INV-000001", "accountId": "%s", "issueDate": "%s"%s}""".formatted(id, UUID.randomUUID(), issued, told);
        tell(TOPIC, BilledInvoice.TYPE, id, event, 0, payload);
    }

    private void tell(String topic, String type, UUID id, String payload) {
        tell(topic, type, id, UUID.randomUUID(), 1, payload);
    }

    private void tell(String topic, String type, UUID id, UUID event, long version, String payload) {
        Topic.send(List.of(Envelope.write(
                topic,
                new Event(
                        event.toString(),
                        "/rivulet/subscription",
                        type,
                        sales.tenant(),
                        id.toString(),
                        version,
                        payload,
                        null),
                Instant.parse("2026-01-10T10:00:00Z"))));
    }
}
