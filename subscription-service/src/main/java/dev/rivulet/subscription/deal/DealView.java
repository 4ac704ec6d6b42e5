package dev.rivulet.subscription.deal;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rivulet.kit.money.Money;
import dev.rivulet.subscription.deal.domain.DealStage;
import dev.rivulet.subscription.offer.Benefit;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A deal as callers see it.
 *
 * @param quoteId the quote that can be accepted; absent as soon as the lines are others
 * @param subscriptionIds what a won deal led to
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Deal")
public record DealView(
        @Schema(examples = "0197a3f6-1a2b-7c3d-8e4f-5a6b7c8d9e01")
        UUID id,

        @Schema(examples = "0", description = "The number inside the ETag")
        long version,

        DealStage stage,

        @Nullable @Schema(examples = "0197a3f1-0d3e-7a10-8d74-8b3b2e8d9c03")
        UUID accountId,

        @Schema(examples = "Northwind Training GmbH") String customerName,
        @Nullable @Schema(examples = "Anna Berger, HR head") String contact,

        @Nullable @Schema(examples = "anna.berger@northwind.example")
        String email,

        @Schema(examples = "0197a3f0-4a0b-7d2e-8b41-5e0e9b5a6900")
        UUID productId,

        @Schema(examples = "0197a3f0-3f1a-7a1d-9d30-4d9d8a495800")
        UUID segmentId,

        @Schema(examples = "mila.horn@acme.example") String owner,
        Money expectedAmount,
        @Schema(examples = "2026-05-31") LocalDate expectedClose,

        @Nullable @Schema(examples = "0197a3f0-6c2d-7b4f-8c63-7a2a1d7c8b02")
        UUID propositionId,

        @Nullable @Schema(examples = "1", description = "As it was when chosen; so is the benefit")
        Integer propositionVersion,

        @Nullable Benefit benefit,
        List<DealLine> lines,

        @Nullable @Schema(examples = "0197a3f6-2b3c-7d4e-8f5a-6b7c8d9e0f02")
        UUID quoteId,

        @Nullable @Schema(examples = "019b2f80-1c4d-7e55-9a0b-2f6c1d7e8a90")
        UUID partnerId,

        @Nullable @Schema(examples = "0197a3f5-1a2b-7c3d-8e4f-5a6b7c8d9e01")
        UUID registrationId,

        @Nullable LossReason lossReason,

        @Nullable @Schema(examples = "Their board wants a seminar as every year")
        String lossNote,

        List<UUID> subscriptionIds,
        @Schema(examples = "2026-03-01T09:30:00Z") Instant openedAt,
        @Schema(examples = "2026-03-12T15:00:00Z") Instant stageSince,
        @Nullable @Schema(examples = "2026-04-02T12:00:00Z") Instant closedAt) {

    static DealView of(Deal deal, List<UUID> subscriptionIds) {
        return new DealView(
                deal.id,
                deal.version,
                deal.stage,
                deal.accountId,
                deal.customerName,
                deal.prospectContact,
                deal.prospectEmail,
                deal.productId,
                deal.segmentId,
                deal.owner,
                deal.expected,
                deal.expectedClose,
                deal.propositionId,
                deal.propositionVersion,
                deal.benefit,
                deal.lines,
                deal.quoteId,
                deal.partnerId,
                deal.registrationId,
                deal.lossReason,
                deal.lossNote,
                subscriptionIds,
                deal.openedAt,
                deal.stageSince,
                deal.closedAt);
    }
}
