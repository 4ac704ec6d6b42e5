package dev.rivulet.subscription.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.rivulet.kit.testing.Sql;
import dev.rivulet.subscription.Shop;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PaymentTest {

    private Shop shop;
    private Object invoice;

    @BeforeEach
    void anInvoice() {
        shop = Shop.at("2025-01-31T10:00:00Z");
        invoice = shop.invoices(shop.subscribed("49.00"), "id").getFirst();
    }

    @Test
    void shouldSettleAnInvoiceInParts() {
        var first = shop.pay(invoice, "20.00", "EUR", "T-1", "2025-01-29")
                .statusCode(201)
                .body("amount.amount", equalTo("20.00"))
                .body("reference", equalTo("T-1"))
                .body("receivedOn", equalTo("2025-01-29"));
        first.header("Location", containsString("/payments/" + Shop.id(first)));
        read().header("ETag", "\"1\"")
                .body("status", equalTo("PARTIALLY_PAID"))
                .body("paid.amount", equalTo("20.00"))
                .body("due.amount", equalTo("29.00"))
                .body("paidOn", nullValue());

        var second = shop.pay(invoice, "29.00", "EUR", "T-2", "2025-01-30").statusCode(201);

        read().header("ETag", "\"2\"")
                .body("status", equalTo("PAID"))
                .body("due.amount", equalTo("0.00"))
                .body("paidOn", equalTo("2025-01-30"));
        shop.as("ops")
                .queryParam("invoiceId", invoice)
                .get("/payments")
                .then()
                .statusCode(200)
                .body("items.reference", contains("T-1", "T-2"));
        shop.as("ops")
                .get("/payments/" + Shop.id(second))
                .then()
                .statusCode(200)
                .header("ETag", "\"0\"")
                .body("invoiceId", equalTo(invoice));
        shop.as("ops").queryParam("status", "PAID").get("/invoices").then().body("items.id", contains(invoice));
    }

    @Test
    void shouldTellTheLatestDayWhateverWasRecordedLast() {
        shop.pay(invoice, "20.00", "EUR", "T-1", "2025-01-31").statusCode(201);
        shop.pay(invoice, "29.00", "EUR", "T-2", "2025-01-20").statusCode(201);

        read().body("status", equalTo("PAID")).body("paidOn", equalTo("2025-01-31"));
    }

    @Test
    void shouldRefuseMoreThanIsDue() {
        shop.pay(invoice, "49.01", "EUR", "T-1", "2025-01-31")
                .statusCode(422)
                .body("code", equalTo("payment-exceeds-due"))
                .body("errors[0].pointer", equalTo("/amount"))
                .body("detail", containsString("49.00 EUR"));
        // What was refused left nothing behind: neither the payment nor its reference.
        shop.pay(invoice, "49.00", "EUR", "T-1", "2025-01-31").statusCode(201);
        shop.pay(invoice, "0.01", "EUR", "T-2", "2025-01-31").statusCode(422);
        read().body("status", equalTo("PAID"));
    }

    @Test
    void shouldRefuseWhatDoesNotFit() {
        shop.pay(invoice, "49.00", "USD", "T-1", "2025-01-31")
                .statusCode(422)
                .body("code", equalTo("currency-mismatch"))
                .body("errors[0].pointer", equalTo("/amount/currency"));
        shop.pay(UUID.randomUUID(), "49.00", "EUR", "T-1", "2025-01-31")
                .statusCode(422)
                .body("code", equalTo("invoice-unknown"))
                .body("errors[0].pointer", equalTo("/invoiceId"));
        for (var day : List.of("2025-02-02", "1999-12-31", "+999999998-12-31")) {
            shop.pay(invoice, "49.00", "EUR", "T-1", day)
                    .statusCode(422)
                    .body("code", equalTo("received-on-range"))
                    .body("errors[0].pointer", equalTo("/receivedOn"));
        }
        shop.as("ops").get("/payments").then().body("items", equalTo(List.of()));
        read().body("status", equalTo("FINALIZED")).header("ETag", "\"0\"");
    }

    @Test
    void shouldUseAReferenceOnce() {
        var other = shop.invoices(shop.subscribed("30.00"), "id").getFirst();
        shop.pay(invoice, "10.00", "EUR", "T-1", "2025-01-31").statusCode(201);

        shop.pay(invoice, "10.00", "EUR", "T-1", "2025-01-31")
                .statusCode(409)
                .body("code", equalTo("payment-reference-used"));
        shop.pay(other, "10.00", "EUR", "T-1", "2025-01-31").statusCode(409);
        read().body("paid.amount", equalTo("10.00"));
    }

    @Test
    void shouldReplayTheAnswerForOneKey() {
        var body = Map.of(
                "invoiceId", invoice,
                "amount", Map.of("amount", "10.00", "currency", "EUR"),
                "method", "BANK_TRANSFER",
                "reference", "T-1",
                "receivedOn", "2025-01-31");

        var first = shop.as("billing").header("Idempotency-Key", "k").body(body).post("/payments");
        var second =
                shop.as("billing").header("Idempotency-Key", "k").body(body).post("/payments");

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(second.<String>path("id")).isEqualTo(first.path("id"));
        read().body("paid.amount", equalTo("10.00"));
    }

    @Test
    void shouldTakeTheFullAmountOnceWhenManyPayAtOnce() throws Exception {
        var answers = atOnce(12, i -> shop.pay(invoice, "49.00", "EUR", "T-" + i, "2025-01-31"));

        assertThat(Collections.frequency(answers, 201)).isEqualTo(1);
        assertThat(Collections.frequency(answers, 422)).isEqualTo(11);
        read().body("status", equalTo("PAID")).body("paid.amount", equalTo("49.00"));
    }

    @Test
    void shouldAddUpPartsThatComeAtOnce() throws Exception {
        var answers = atOnce(12, i -> shop.pay(invoice, "4.00", "EUR", "T-" + i, "2025-01-31"));

        assertThat(answers).containsOnly(201);
        read().body("paid.amount", equalTo("48.00")).body("status", equalTo("PARTIALLY_PAID"));
        assertThat(Sql.number("SELECT sum(amount_minor) FROM payment WHERE tenant_id = ?", shop.tenant))
                .isEqualTo(4800);
    }

    @Test
    void shouldUseAReferenceOnceWhenManyComeAtOnce() throws Exception {
        var other = shop.invoices(shop.subscribed("30.00"), "id").getFirst();

        var answers = atOnce(12, i -> shop.pay(i % 2 == 0 ? invoice : other, "1.00", "EUR", "same", "2025-01-31"));

        assertThat(Collections.frequency(answers, 201)).isEqualTo(1);
        assertThat(Collections.frequency(answers, 409)).isEqualTo(11);
    }

    private ValidatableResponse read() {
        return shop.as("billing").get("/invoices/" + invoice).then().statusCode(200);
    }

    private static List<Integer> atOnce(int times, IntFunction<ValidatableResponse> call) throws Exception {
        var statuses = new ArrayList<Integer>();
        try (var threads = Executors.newFixedThreadPool(times)) {
            var calls = IntStream.range(0, times)
                    .<Callable<Integer>>mapToObj(
                            i -> () -> call.apply(i).extract().statusCode())
                    .toList();
            for (var status : threads.invokeAll(calls)) {
                statuses.add(status.get());
            }
        }
        return statuses;
    }
}
