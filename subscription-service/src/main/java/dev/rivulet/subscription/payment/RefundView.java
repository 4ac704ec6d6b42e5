package dev.rivulet.subscription.payment;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rivulet.kit.money.Money;
import dev.rivulet.subscription.payment.domain.PaymentStatus;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Money given back, as callers see it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Refund")
public record RefundView(
        @Schema(examples = "0197a3f3-406b-7f13-8d96-ae5e4fbf5b09")
        UUID id,

        @Schema(examples = "0", description = "The number inside the ETag")
        long version,

        @Schema(examples = "0197a3f3-406b-7f13-8d96-ae5e4fbf1e05")
        UUID paymentId,

        @Schema(examples = "0197a3f1-0d3e-7a10-8d74-8b3b2e8d9c03")
        UUID accountId,

        Money amount,
        Refund.Source source,
        Refund.Target target,
        PaymentStatus status,
        @Nullable @Schema(examples = "re_3NtE1x2eZvKYlo2C") String providerRefundId,

        @Nullable @Schema(examples = "expired_or_canceled_card")
        String failureCode,

        @Schema(examples = "Paid twice") String reason,
        @Schema(examples = "2026-01-22") LocalDate refundedOn,
        @Schema(examples = "2026-01-22T08:05:00Z") Instant createdAt) {

    static RefundView of(Refund refund) {
        return new RefundView(
                refund.id,
                refund.version,
                refund.paymentId,
                refund.accountId,
                refund.amount,
                refund.source,
                refund.target,
                refund.status,
                refund.providerRefundId,
                refund.failureCode,
                refund.reason,
                refund.refundedOn,
                refund.createdAt);
    }
}
