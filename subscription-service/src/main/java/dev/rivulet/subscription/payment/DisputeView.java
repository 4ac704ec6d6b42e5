package dev.rivulet.subscription.payment;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rivulet.kit.money.Money;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A payment that was taken back, as callers see it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Dispute")
public record DisputeView(
        @Schema(examples = "0197a3f3-406b-7f13-8d96-ae5e4fbf6a10")
        UUID id,

        @Schema(examples = "0", description = "The number inside the ETag")
        long version,

        @Schema(examples = "0197a3f3-406b-7f13-8d96-ae5e4fbf1e05")
        UUID paymentId,

        @Schema(examples = "0197a3f1-0d3e-7a10-8d74-8b3b2e8d9c03")
        UUID accountId,

        Money amount,
        @Nullable @Schema(examples = "dp_1NtE1x2eZvKYlo2C") String providerDisputeId,
        Dispute.Status status,
        @Schema(examples = "fraudulent") String reason,
        @Schema(examples = "2026-02-20") LocalDate openedOn,
        @Nullable @Schema(examples = "2026-03-20") LocalDate closedOn) {

    static DisputeView of(Dispute dispute) {
        return new DisputeView(
                dispute.id,
                dispute.version,
                dispute.paymentId,
                dispute.accountId,
                dispute.amount,
                dispute.providerDisputeId,
                dispute.status,
                dispute.reason,
                dispute.openedOn,
                dispute.closedOn);
    }
}
