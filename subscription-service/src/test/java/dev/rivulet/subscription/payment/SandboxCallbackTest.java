package dev.rivulet.subscription.payment;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import dev.rivulet.subscription.Invariants;
import dev.rivulet.subscription.Shop;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the sandbox card tells by itself of a charge that timed out. */
@QuarkusTest
class SandboxCallbackTest {

    private static final String SECRET = "whsec_of_the_sandbox";

    private Shop shop;
    private Object invoice;
    private String payment;
    private String path;

    @BeforeEach
    void aChargeThatTimedOut() {
        shop = Shop.at("2025-01-31T10:00:00Z");
        System.setProperty(secret(), SECRET);
        var account = shop.account();
        invoice = shop.invoices(shop.subscribe(account, shop.plan("49.00"), shop.proposition()), "id")
                .getFirst();
        post("/accounts/" + account + "/payment-methods", Map.of("type", "CARD_SANDBOX", "token", "timeout"))
                .statusCode(201);
        payment = post("/collections", Map.of("accountId", account))
                .statusCode(201)
                .body("payment.status", equalTo("UNKNOWN"))
                .extract()
                .path("payment.id");
        path = shop.as("admin")
                .body(Map.of("provider", "CARD_SANDBOX"))
                .post("/payment-endpoints")
                .then()
                .statusCode(201)
                .extract()
                .path("path");
    }

    @AfterEach
    void forget() {
        System.clearProperty(secret());
    }

    private String secret() {
        return "rivulet.payment.card-sandbox." + shop.tenant + ".webhook-secret";
    }

    @Test
    void shouldPayAnInvoiceOnce() {
        var succeeded = event("evt_1", "payment_intent.succeeded");
        call(path, succeeded, SECRET, Duration.ZERO).statusCode(200).body("received", equalTo(true));
        call(path, succeeded, SECRET, Duration.ZERO).statusCode(200).body("received", equalTo(false));
        // What is decided stays so, whatever comes too late.
        call(path, event("evt_2", "payment_intent.payment_failed"), SECRET, Duration.ZERO)
                .statusCode(200);

        status("SUCCEEDED", "PAID");
        shop.as("ops")
                .get("/ledger/transfers?causeId=" + payment)
                .then()
                .body("items.amount.amount", contains("49.00"));
        booksHold();
    }

    @Test
    void shouldLeaveAnInvoiceOpenThatWasNotPaid() {
        call(path, event("evt_1", "payment_intent.payment_failed"), SECRET, Duration.ZERO)
                .statusCode(200)
                .body("received", equalTo(true));

        status("FAILED", "FINALIZED");
        booksHold();
    }

    @Test
    void shouldBelieveNobodyElse() {
        var succeeded = event("evt_1", "payment_intent.succeeded");
        var late = Duration.ofSeconds(400);

        call(path, succeeded, "another", Duration.ZERO).statusCode(400).body("code", equalTo("signature-invalid"));
        call(path, succeeded, SECRET, late).statusCode(400).body("code", equalTo("signature-invalid"));
        given().contentType("application/json")
                .body(succeeded)
                .post(path)
                .then()
                .statusCode(400);
        call(path.replace("card-sandbox", "stripe"), succeeded, SECRET, Duration.ZERO)
                .statusCode(404);
        call("/webhooks/card-sandbox/" + UUID.randomUUID(), succeeded, SECRET, Duration.ZERO)
                .statusCode(404);

        status("UNKNOWN", "FINALIZED");
    }

    /** Once the run has looked at what is due. */
    private void booksHold() {
        shop.moveClock("2025-01-31T11:00:00Z").statusCode(200);
        new Invariants(shop).shouldHold();
    }

    private void status(String ofPayment, String ofInvoice) {
        shop.as("billing").get("/payments/" + payment).then().body("status", equalTo(ofPayment));
        shop.as("billing").get("/invoices/" + invoice).then().body("status", equalTo(ofInvoice));
    }

    private String event(String id, String type) {
        return """
                {"id":"%s","type":"%s","data":{"object":{"id":"sandbox-%s","metadata":{"payment_id":"%s"}}}}""".formatted(id, type, payment, payment);
    }

    private static ValidatableResponse call(String path, String body, String secret, Duration ago) {
        var signature = CallbackSignature.sign(Instant.now().minus(ago), body.getBytes(StandardCharsets.UTF_8), secret);
        return given().contentType("application/json")
                .header("Sandbox-Signature", signature)
                .body(body)
                .post(path)
                .then();
    }

    private ValidatableResponse post(String at, Map<String, Object> body) {
        return shop.as("billing").body(body).post(at).then();
    }
}
