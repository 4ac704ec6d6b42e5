package dev.rivulet.subscription.payment;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rivulet.kit.money.Money;
import dev.rivulet.subscription.payment.domain.Allocation.Share;
import dev.rivulet.subscription.payment.domain.PaymentStatus;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A payment, or an attempt at one, as callers see it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Payment")
public record PaymentView(
        @Schema(examples = "0197a3f3-406b-7f13-8d96-ae5e4fbf1e05")
        UUID id,

        @Schema(examples = "0", description = "The number inside the ETag")
        long version,

        @Nullable
        @Schema(
                examples = "0197a3f2-2f5a-7e12-9c85-9d4d3fae0d04",
                description = "The invoice, where it pays for one only")
        UUID invoiceId,

        @Schema(examples = "0197a3f1-0d3e-7a10-8d74-8b3b2e8d9c03")
        UUID accountId,

        Money amount,
        PaymentMethod method,
        @Nullable UUID methodId,
        PaymentStatus status,

        @Nullable @Schema(examples = "insufficient_funds", description = "Why it failed, in the provider's words")
        String failureCode,

        @Nullable
        @Schema(examples = "pi_3NtE1x2eZvKYlo2C", description = "The provider's name for it; one payment has it")
        String providerPaymentId,

        @Nullable @Schema(examples = "2026-01-20/000417") String reference,
        @Nullable @Schema(examples = "2026-01-20") LocalDate receivedOn,
        @Schema(examples = "2026-01-21T08:05:00Z") Instant recordedAt,

        @Schema(description = "What it pays of which invoices now")
        List<Part> allocations,

        @Schema(description = "What no invoice needed when it came")
        Money toBalance,

        @Schema(description = "Given back to where it came from, or taken back by a dispute")
        Money refunded) {

    /** What it pays of an invoice. */
    @Schema(name = "PaymentPart")
    public record Part(
            @Schema(examples = "0197a3f2-2f5a-7e12-9c85-9d4d3fae0d04")
            UUID invoiceId,

            Money amount) {}

    static PaymentView of(Payment payment, List<Share> shares) {
        return new PaymentView(
                payment.id,
                payment.version,
                shares.size() == 1 ? shares.getFirst().invoiceId() : null,
                payment.accountId,
                payment.amount,
                payment.method,
                payment.methodId,
                payment.status,
                payment.failureCode,
                payment.providerPaymentId,
                payment.reference,
                payment.receivedOn,
                payment.recordedAt,
                shares.stream()
                        .map(share -> new Part(share.invoiceId(), share.amount()))
                        .toList(),
                payment.minor(payment.toBalanceMinor),
                payment.minor(payment.refundedMinor));
    }
}
