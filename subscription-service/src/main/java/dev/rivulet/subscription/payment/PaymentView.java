package dev.rivulet.subscription.payment;

import dev.rivulet.kit.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A payment as callers see it. */
@Schema(name = "Payment")
public record PaymentView(
        @Schema(examples = "0197a3f3-406b-7f13-8d96-ae5e4fbf1e05")
        UUID id,

        @Schema(examples = "0197a3f2-2f5a-7e12-9c85-9d4d3fae0d04")
        UUID invoiceId,

        @Schema(examples = "0197a3f1-0d3e-7a10-8d74-8b3b2e8d9c03")
        UUID accountId,

        Money amount,
        PaymentMethod method,
        @Schema(examples = "2026-01-20/000417") String reference,
        @Schema(examples = "2026-01-20") LocalDate receivedOn,
        @Schema(examples = "2026-01-21T08:05:00Z") Instant recordedAt) {

    static PaymentView of(Payment payment) {
        return new PaymentView(
                payment.id,
                payment.invoiceId,
                payment.accountId,
                payment.amount,
                payment.method,
                payment.reference,
                payment.receivedOn,
                payment.recordedAt);
    }
}
