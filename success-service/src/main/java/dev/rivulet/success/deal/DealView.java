package dev.rivulet.success.deal;

import dev.rivulet.kit.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A deal with a customer or prospect. */
@Schema(name = "CustomerDeal")
public record DealView(
        UUID id,

        @Schema(examples = "CONTRACTING", description = "QUALIFIED, PROPOSED, NEGOTIATION, CONTRACTING, WON or LOST")
        String stage,

        @Schema(examples = "2025-03-01T09:30:00Z") Instant stageSince,
        UUID productId,
        UUID segmentId,
        @Schema(nullable = true) @Nullable UUID propositionId,

        @Schema(examples = "mila.horn@acme.example", description = "Who sells")
        String owner,

        @Schema(
                nullable = true,
                examples = "0197a3f0-6d2e-7f40-8b63-702fbd7c8b22",
                description = "Through whom it is sold")
        @Nullable
        UUID partnerId,

        @Schema(examples = "25") int seats,
        Money expectedAmount,
        @Schema(examples = "2025-05-31") LocalDate expectedClose) {

    static DealView of(Deal deal) {
        return new DealView(
                deal.id,
                deal.stage,
                deal.stageSince,
                deal.productId,
                deal.segmentId,
                deal.propositionId,
                deal.owner,
                deal.partnerId,
                deal.seats,
                deal.expected,
                deal.expectedClose);
    }
}
