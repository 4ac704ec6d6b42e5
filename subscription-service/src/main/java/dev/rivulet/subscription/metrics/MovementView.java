package dev.rivulet.subscription.metrics;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rivulet.kit.money.Money;
import dev.rivulet.subscription.metrics.domain.MovementKind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One movement of recurring revenue. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "MrrMovement")
public record MovementView(
        @Schema(examples = "0197a3f2-2f5b-7a01-8c11-0a1b2c3d4e05")
        UUID id,

        @Schema(examples = "0197a3f1-0d3e-7a10-8d74-8b3b2e8d9c03")
        UUID accountId,

        @Schema(examples = "0197a3f2-1e4f-7b11-8e85-9c4c3f9e0d04")
        UUID subscriptionId,

        @Schema(examples = "EXPANSION") MovementKind kind,
        Money amount,

        @Schema(examples = "2026-03-15", description = "First day it holds, in the account's zone")
        LocalDate movedOn,

        @Schema(examples = "2026-04-02T08:00:00Z", description = "When it became known")
        Instant recordedAt,

        @Nullable @Schema(examples = "0197a3f1-2222-7a10-8d74-8b3b2e8d9c03")
        UUID planId,

        @Nullable @Schema(examples = "0197a3f1-3333-7a10-8d74-8b3b2e8d9c03")
        UUID productId,

        @Nullable @Schema(examples = "0197a3f1-4444-7a10-8d74-8b3b2e8d9c03")
        UUID segmentId,

        @Nullable @Schema(examples = "0197a3f1-5555-7a10-8d74-8b3b2e8d9c03")
        UUID partnerId,

        @Nullable @Schema(examples = "62.09") String activityCode) {

    static MovementView of(MrrMovement movement) {
        return new MovementView(
                movement.id,
                movement.accountId,
                movement.subscriptionId,
                movement.kind,
                movement.amount,
                movement.movedOn,
                movement.recordedAt,
                movement.planId,
                movement.productId,
                movement.segmentId,
                movement.partnerId,
                movement.activityCode);
    }
}
