package dev.rivulet.subscription.metrics;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rivulet.kit.money.Money;
import dev.rivulet.subscription.metrics.domain.MovementKind;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Movements of one kind and currency, of what they are grouped by. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "MrrMovementGroup")
public record MovementGroup(
        @Nullable
        @Schema(
                examples = "2026-03",
                description = "The id of the plan, product, segment or partner, the activity code, or the month;"
                        + " left out where the movements have none")
        String key,

        @Schema(examples = "EXPANSION") MovementKind kind,

        @Schema(description = "Their sum; negative for losses")
        Money amount,

        @Schema(examples = "12") long count) {}
