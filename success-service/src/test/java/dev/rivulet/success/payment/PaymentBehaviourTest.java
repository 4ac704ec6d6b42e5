package dev.rivulet.success.payment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rivulet.success.Caller;
import dev.rivulet.success.Producer;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PaymentBehaviourTest {

    private final Caller success = Caller.fresh();

    @Test
    void shouldTellHowACustomerPays() {
        var account = success.customer(10);
        var producer = success.producer();
        var today = Caller.today();
        var early = UUID.randomUUID();
        var late = UUID.randomUUID();
        var open = UUID.randomUUID();
        var ancient = UUID.randomUUID();
        var voided = UUID.randomUUID();
        var future = UUID.randomUUID();
        producer.send(
                producer.finalized(early, account, today.minusDays(40)),
                producer.paid(early, account, today.minusDays(40), today.minusDays(45)),
                producer.finalized(late, account, today.minusDays(70)),
                producer.paid(late, account, today.minusDays(70), today.minusDays(61)),
                producer.finalized(open, account, today.minusDays(12)),
                producer.finalized(ancient, account, today.minusDays(400)),
                producer.paid(ancient, account, today.minusDays(400), today.minusDays(300)),
                producer.finalized(voided, account, today.minusDays(20)),
                producer.fact(Producer.INVOICES, "invoice.voided", voided, 1, """
                        {"id":"%s","number":"INV-1","accountId":"%s","total":{"amount":"49.00","currency":"EUR"},
                        "reason":"Wrong","voidedOn":"%s"}""".formatted(
                                voided, account, today.minusDays(19))),
                producer.finalized(future, account, today.plusDays(5)),
                producer.paymentFailed(UUID.randomUUID(), account, today.minusDays(10)),
                producer.paymentFailed(UUID.randomUUID(), account, today.minusDays(89)),
                producer.paymentFailed(UUID.randomUUID(), account, today.minusDays(90)),
                suspension(producer, account, "account.suspended", 1, "suspendedOn", today.minusDays(30)),
                suspension(producer, account, "account.resumed", 1, "resumedOn", today.minusDays(25)),
                suspension(producer, account, "account.suspended", 2, "suspendedOn", today.minusDays(2)));

        // Of those that fell due in the last 365 days: one paid in time, one nine days late, one twelve days overdue.
        success.eventually("/customers/" + account, customer -> {
            var payment = customer.path("payment");
            assertThat(payment.path("invoices").asInt()).isEqualTo(3);
            assertThat(payment.path("paidOnTime").decimalValue()).isEqualByComparingTo("0.3333");
            assertThat(payment.path("meanDaysLate").decimalValue()).isEqualByComparingTo("7.0");
            assertThat(payment.path("daysOverdue").asInt()).isEqualTo(12);
            assertThat(payment.at("/overdue/amount").asText()).isEqualTo("49.00");
            assertThat(payment.path("failedPayments").asInt()).isEqualTo(2);
            assertThat(payment.path("suspendedSince").asText())
                    .isEqualTo(today.minusDays(2).toString());
            assertThat(customer.path("invoices")).hasSize(6);
            assertThat(customer.at("/invoices/0/status").asText()).isEqualTo("OPEN");
            assertThat(customer.path("invoices").findValuesAsText("status"))
                    .containsExactlyInAnyOrder("OPEN", "OPEN", "VOID", "PAID", "PAID", "PAID");
        });
        assertThat(success.json("/customers/" + account + "/timeline?limit=200").findValuesAsText("kind"))
                .contains(
                        "INVOICE_FINALIZED",
                        "INVOICE_PAID",
                        "INVOICE_VOIDED",
                        "PAYMENT_FAILED",
                        "SUSPENDED",
                        "RESUMED",
                        "SUBSCRIPTION_STARTED");
    }

    @Test
    void shouldSayNothingOfACustomerThatWasNeverInvoiced() {
        var payment = success.json("/customers/" + success.customer(10)).path("payment");
        assertThat(payment.path("invoices").asInt()).isZero();
        assertThat(payment.path("paidOnTime").isNull()).isTrue();
        assertThat(payment.path("overdue").isNull()).isTrue();
    }

    @Test
    void shouldGrowOverdueWithTheTestClock() {
        var sandbox = Caller.sandbox();
        var producer = sandbox.producer();
        var account = UUID.randomUUID();
        producer.send(producer.clock(Instant.parse("2025-01-20T12:00:00Z")));
        producer.send(
                producer.account(account, 0, "Acme", "UTC"),
                producer.finalized(UUID.randomUUID(), account, LocalDate.of(2025, 1, 15)));
        sandbox.eventually(
                "/customers/" + account,
                customer ->
                        assertThat(customer.at("/payment/daysOverdue").asInt()).isEqualTo(5));
        producer.send(producer.clock(Instant.parse("2025-02-14T12:00:00Z")));
        sandbox.eventually(
                "/customers/" + account,
                customer ->
                        assertThat(customer.at("/payment/daysOverdue").asInt()).isEqualTo(30));
    }

    private static ProducerRecord<String, String> suspension(
            Producer producer, UUID account, String type, int episode, String field, LocalDate day) {
        return producer.fact(
                Producer.DUNNING,
                type,
                account,
                episode,
                "{\"accountId\":\"%s\",\"episode\":%d,\"%s\":\"%s\"}".formatted(account, episode, field, day));
    }
}
