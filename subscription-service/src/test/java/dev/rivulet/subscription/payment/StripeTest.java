package dev.rivulet.subscription.payment;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.rivulet.kit.testing.Sql;
import dev.rivulet.subscription.Invariants;
import dev.rivulet.subscription.Shop;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Stripe over HTTP, and what it tells by itself. */
@QuarkusTest
class StripeTest {

    private static final String SECRET = "whsec_of_the_test";

    private final StripeStub stripe = new StripeStub();
    private Shop shop;
    private UUID account;
    private Object invoice;

    @BeforeEach
    void anInvoiceAndKeys() {
        shop = Shop.at("2025-01-31T10:00:00Z");
        set("secret-key", "sk_test_1");
        set("webhook-secret", SECRET);
        set("base-url", stripe.url());
        account = shop.account();
        invoice = shop.invoices(shop.subscribe(account, shop.plan("49.00"), shop.proposition()), "id")
                .getFirst();
    }

    @AfterEach
    void shouldHold() {
        new Invariants(shop).shouldHold();
    }

    @AfterEach
    void close() {
        stripe.close();
        for (var name : new String[] {"secret-key", "webhook-secret", "base-url"}) {
            System.clearProperty("rivulet.payment.stripe." + shop.tenant + "." + name);
        }
    }

    private void set(String name, String value) {
        System.setProperty("rivulet.payment.stripe." + shop.tenant + "." + name, value);
    }

    @Test
    void shouldChargeACardOnce() {
        var payment = collect("pm_card_visa")
                .body("payment.status", equalTo("SUCCEEDED"))
                .extract()
                .<String>path("payment.id");

        var asked = stripe.asked.getFirst();
        assertThat(asked.path()).isEqualTo("/v1/payment_intents");
        assertThat(asked.key()).isEqualTo(payment);
        assertThat(asked.authorization()).isEqualTo("Bearer sk_test_1");
        assertThat(asked.form())
                .containsEntry("amount", "4900")
                .containsEntry("currency", "eur")
                .containsEntry("payment_method", "pm_card_visa")
                .containsEntry("customer", "cus_1")
                .containsEntry("confirm", "true")
                .containsEntry("off_session", "true")
                .containsEntry("metadata[payment_id]", payment)
                .containsEntry("metadata[account_id]", account.toString());
        shop.as("ops").get("/payments/" + payment).then().body("providerPaymentId", equalTo("pi_" + payment));
        as(
                        "/payments/" + payment + "/refunds",
                        Map.of(
                                "amount", Map.of("amount", "9.00", "currency", "EUR"),
                                "source", "INVOICES",
                                "target", "METHOD",
                                "reason", "x"))
                .statusCode(201)
                .body("status", equalTo("SUCCEEDED"));
        assertThat(stripe.asked.getLast().form())
                .containsEntry("payment_intent", "pi_" + payment)
                .containsEntry("amount", "900");
    }

    @Test
    void shouldTellWhyACardWasDeclined() {
        collect("pm_declined")
                .body("payment.status", equalTo("FAILED"))
                .body("payment.failureCode", equalTo("insufficient_funds"));
    }

    @Test
    void shouldFindOutWhatBecameOfAnAnswerThatWasLost() {
        var payment = collect("pm_lost")
                .body("payment.status", equalTo("UNKNOWN"))
                .extract()
                .<String>path("payment.id");

        as("/payments/" + payment + "/queries", Map.of()).statusCode(200).body("status", equalTo("SUCCEEDED"));

        assertThat(stripe.asked.getLast().form()).containsEntry("query", "metadata['payment_id']:'" + payment + "'");
        shop.as("billing").get("/invoices/" + invoice).then().body("status", equalTo("PAID"));
    }

    @Test
    void shouldBelieveASignedEventOnce() {
        var payment = collect("pm_lost").extract().<String>path("payment.id");
        var path = endpoint();
        var body = event("evt_1", "payment_intent.succeeded", "pi_" + payment, payment);

        call(path, body, CallbackSignature.sign(Instant.now(), bytes(body), SECRET))
                .statusCode(200)
                .body("received", equalTo(true));
        call(path, body, CallbackSignature.sign(Instant.now(), bytes(body), SECRET))
                .statusCode(200)
                .body("received", equalTo(false));
        var failed = event("evt_2", "payment_intent.payment_failed", "pi_" + payment, payment);
        call(path, failed, CallbackSignature.sign(Instant.now(), bytes(failed), SECRET))
                .statusCode(200);

        shop.as("billing").get("/invoices/" + invoice).then().body("status", equalTo("PAID"));
        assertThat(Sql.number(
                        "SELECT count(*) FROM ledger_transfer WHERE tenant_id = ? AND cause_kind = 'PAYMENT'",
                        shop.tenant))
                .isEqualTo(1);
    }

    @Test
    void shouldReopenWhatADisputeTookBack() {
        var payment = collect("pm_card_visa").extract().<String>path("payment.id");
        var path = endpoint();
        var opened = "{\"id\":\"evt_1\",\"type\":\"charge.dispute.created\",\"data\":{\"object\":{\"id\":\"dp_1\","
                + "\"amount\":4900,\"reason\":\"fraudulent\",\"payment_intent\":\"pi_" + payment + "\"}}}";
        call(path, opened, CallbackSignature.sign(Instant.now(), bytes(opened), SECRET))
                .statusCode(200);
        shop.as("billing").get("/invoices/" + invoice).then().body("status", equalTo("FINALIZED"));

        var closed = opened.replace("evt_1", "evt_2")
                .replace("created", "closed")
                .replace("\"amount\"", "\"status\":\"won\",\"amount\"");
        call(path, closed, CallbackSignature.sign(Instant.now(), bytes(closed), SECRET))
                .statusCode(200);

        shop.as("billing").get("/invoices/" + invoice).then().body("status", equalTo("PAID"));
    }

    /** A bank that asks takes no money, until it makes a dispute of that. */
    @Test
    void shouldTakeNothingBackForAnInquiry() {
        var payment = collect("pm_card_visa").extract().<String>path("payment.id");
        var path = endpoint();

        told(path, payment, 1, "created", "warning_needs_response");
        told(path, payment, 2, "updated", "warning_under_review");
        told(path, payment, 3, "closed", "warning_closed");
        status("PAID");
        shop.as("ops").get("/disputes").then().body("items", hasSize(0));

        told(path, payment, 4, "updated", "needs_response");
        told(path, payment, 5, "funds_withdrawn", "needs_response");
        status("FINALIZED");
        shop.as("ops").get("/disputes").then().body("items.status", contains("OPEN"));
        told(path, payment, 6, "closed", "lost");
        told(path, payment, 7, "updated", "lost");
        status("FINALIZED");
        shop.as("ops").get("/disputes").then().body("items.status", contains("LOST"));
    }

    private void told(String path, String payment, int number, String what, String status) {
        var event = "{\"id\":\"evt_" + number + "\",\"type\":\"charge.dispute." + what
                + "\",\"data\":{\"object\":{\"id\":\"dp_1\",\"amount\":4900,\"reason\":\"fraudulent\",\"status\":\""
                + status + "\",\"payment_intent\":\"pi_" + payment + "\"}}}";
        call(path, event, CallbackSignature.sign(Instant.now(), bytes(event), SECRET))
                .statusCode(200);
    }

    private void status(String expected) {
        shop.as("billing").get("/invoices/" + invoice).then().body("status", equalTo(expected));
    }

    /** Keys are forgotten after a day: what was asked for once is looked up, not asked for again. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void shouldFindOutWhatBecameOfARefund(boolean isLost) {
        stripe.refundStatus = "pending";
        stripe.losesRefunds = isLost;
        var payment = collect("pm_card_visa").extract().<String>path("payment.id");
        String refund = as(
                        "/payments/" + payment + "/refunds",
                        Map.of(
                                "amount", Map.of("amount", "9.00", "currency", "EUR"),
                                "source", "INVOICES",
                                "target", "METHOD",
                                "reason", "x"))
                .statusCode(201)
                .body("status", equalTo("UNKNOWN"))
                .body("providerRefundId", isLost ? nullValue() : startsWith("re_"))
                .extract()
                .path("id");

        as("/refunds/" + refund + "/retries", Map.of())
                .statusCode(200)
                .body("status", equalTo("SUCCEEDED"))
                .body("providerRefundId", equalTo("re_" + refund));

        assertThat(stripe.asked.stream()
                        .filter(each ->
                                each.method().equals("POST") && each.path().equals("/v1/refunds")))
                .hasSize(1);
        assertThat(stripe.asked.getLast().path()).isEqualTo(isLost ? "/v1/refunds" : "/v1/refunds/re_" + refund);
    }

    @Test
    void shouldRefuseWhoCannotSign() {
        var path = endpoint();
        var body = event(
                "evt_1", "payment_intent.succeeded", "pi_1", UUID.randomUUID().toString());

        call(path, body, CallbackSignature.sign(Instant.now(), bytes(body), "another"))
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo("signature-invalid"));
        call(path, body, CallbackSignature.sign(Instant.now().minusSeconds(400), bytes(body), SECRET))
                .statusCode(400);
        given().contentType("application/json").body(body).post(path).then().statusCode(400);
        call("/webhooks/stripe/" + UUID.randomUUID(), body, "t=1,v1=00").statusCode(404);
        call(path.replace("stripe", "card-sandbox"), body, "t=1,v1=00").statusCode(404);
        var malformed = "not json";
        call(path, malformed, CallbackSignature.sign(Instant.now(), bytes(malformed), SECRET))
                .statusCode(400)
                .body("code", equalTo("callback-malformed"));
        // What is not ours is taken note of and changes nothing.
        call(path, body, CallbackSignature.sign(Instant.now(), bytes(body), SECRET))
                .statusCode(200);
    }

    private ValidatableResponse collect(String token) {
        as(
                        "/accounts/" + account + "/payment-methods",
                        Map.of("type", "STRIPE", "token", token, "customerToken", "cus_1"))
                .statusCode(201);
        return as("/collections", Map.of("accountId", account)).statusCode(201);
    }

    private String endpoint() {
        return shop.as("admin")
                .body(Map.of("provider", "STRIPE"))
                .post("/payment-endpoints")
                .then()
                .statusCode(201)
                .extract()
                .path("path");
    }

    private static ValidatableResponse call(String path, String body, String signature) {
        return given().contentType("application/json")
                .header("Stripe-Signature", signature)
                .body(body)
                .post(path)
                .then();
    }

    private static String event(String id, String type, String intent, String payment) {
        return "{\"id\":\"" + id + "\",\"type\":\"" + type + "\",\"data\":{\"object\":{\"id\":\"" + intent
                + "\",\"metadata\":{\"payment_id\":\"" + payment + "\"}}}}";
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private ValidatableResponse as(String path, Map<String, Object> body) {
        return shop.as("billing").body(body).post(path).then();
    }
}
