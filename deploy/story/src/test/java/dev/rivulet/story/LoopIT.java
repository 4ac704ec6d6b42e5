package dev.rivulet.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.oneOf;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A promise is sold, paid for, consumed and confirmed across the three services. */
class LoopIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private final RunningStack stack = RunningStack.shared();
    private final Company company = new Company(stack, "loop-" + UUID.randomUUID());

    @Test
    void shouldCloseTheLoop() throws IOException {
        // What we promise
        var offering = Offering.of(company);
        var proposition = offering.proposition();

        // What they pay
        var account = company.created(
                "sales",
                stack.subscription("/accounts"),
                "{\"name\":\"Northwind\",\"zone\":\"Europe/Berlin\",\"currency\":\"EUR\"}");
        var order = """
                {"accountId":"%s","planId":"%s","propositionId":"%s","seats":25}""".formatted(account, offering.plan(), proposition);
        await().atMost(PATIENCE)
                .until(() -> company.as("sales")
                                .header("Idempotency-Key", "order-1")
                                .body(order)
                                .post(stack.subscription("/subscriptions"))
                                .statusCode()
                        == 201);
        var subscription = company.as("sales")
                .header("Idempotency-Key", "order-1")
                .body(order)
                .post(stack.subscription("/subscriptions"))
                .then()
                .statusCode(201)
                .header("Idempotency-Replayed", "true")
                .body("planVersion", equalTo(1))
                .body("propositionVersion", equalTo(1))
                .body("benefit.target", equalTo("70"))
                .body("price.amount", equalTo("249.00"))
                .extract()
                .<String>path("id");
        var invoices = company.read("billing", stack.subscription("/invoices?subscriptionId=" + subscription));
        assertThat(invoices.getList("items")).hasSize(1);
        assertThat(invoices.getString("items[0].total.amount")).isEqualTo("249.00");
        var invoice = invoices.getString("items[0].id");
        company.created("billing", stack.subscription("/payments"), """
                {"invoiceId":"%s","amount":{"amount":"249.00","currency":"EUR"},"method":"BANK_TRANSFER",
                 "reference":"bank-1","receivedOn":"%s"}""".formatted(invoice, LocalDate.now(BERLIN)));
        company.as("billing")
                .get(stack.subscription("/invoices/" + invoice))
                .then()
                .statusCode(200)
                .body("status", equalTo("PAID"));
        assertThat(company.read("billing", stack.subscription("/metrics/mrr")).prettify())
                .contains("249.00");

        // Whether the promise came true
        await().atMost(PATIENCE).until(() -> {
            var customer = company.as("success").get(stack.success("/customers/" + account));
            return customer.statusCode() == 200
                    && customer.jsonPath().getString("name") != null
                    && customer.jsonPath().getInt("seats") == 25;
        });
        var now = Instant.now();
        company.as("success")
                .body("""
                        {"events":[
                          {"id":"1","source":"app","accountId":"%1$s","userId":"anna","metric":"lessons","quantity":"3","occurredAt":"%2$s"},
                          {"id":"2","source":"app","accountId":"%1$s","userId":"boris","metric":"lessons","quantity":"1","occurredAt":"%2$s"},
                          {"id":"1","source":"app","accountId":"%1$s","userId":"anna","metric":"lessons","quantity":"3","occurredAt":"%2$s"}]}""".formatted(account, now))
                .post(stack.success("/usage-events"))
                .then()
                .statusCode(202);
        await().atMost(PATIENCE)
                .untilAsserted(() -> company.as("success")
                        .get(stack.success("/customers/" + account + "/licences"))
                        .then()
                        .body("purchased", equalTo(25))
                        .body("active", equalTo(2)));
        company.as("success")
                .get(stack.success("/customers/" + account + "/consumption"))
                .then()
                .statusCode(200)
                .body(containsString("lessons"));
        company.created("success", stack.success("/survey-answers"), """
                {"accountId":"%s","kind":"NPS","value":3,"respondent":"anna"}""".formatted(account));
        await().atMost(PATIENCE)
                .untilAsserted(() -> company.as("success")
                        .get(stack.success("/customers/" + account + "/score"))
                        .then()
                        .statusCode(200)
                        .body("score", notNullValue())
                        .body("score.toString().toFloat()", lessThan(50f))
                        .body("components.name", hasItem("LICENCES")));
        await().atMost(PATIENCE)
                .untilAsserted(() -> company.as("success")
                        .get(stack.success("/tasks?status=OPEN&accountId=" + account))
                        .then()
                        .body("items.kind", containsInAnyOrder("SCORE_LOW", "LOW_ANSWER")));

        var promises = company.read("success", stack.success("/promises?accountId=" + account));
        assertThat(promises.getString("items[0].status")).isEqualTo("PENDING");
        var promise = promises.getString("items[0].id");
        company.as("success")
                .body("{\"value\":\"71\",\"measuredOn\":\"" + LocalDate.now(BERLIN) + "\"}")
                .post(stack.success("/promises/" + promise + "/measurements"))
                .then()
                .statusCode(201);
        company.step(
                        "success",
                        stack.success("/promises/" + promise),
                        "confirmations",
                        "{\"confirmedBy\":\"Anna Berger\"}")
                .statusCode(oneOf(200, 201));

        // The proof, back where the next sale begins
        await().atMost(PATIENCE)
                .untilAsserted(() -> company.as("sales")
                        .get(stack.catalog("/value-propositions/" + proposition))
                        .then()
                        .body("evidence.confirmed", equalTo(1))
                        .body("evidence.latest[0].measured", equalTo("71"))
                        .body("evidence.latest[0].outcome", equalTo("CONFIRMED")));
        stack.assertNothingBroke();
    }
}
