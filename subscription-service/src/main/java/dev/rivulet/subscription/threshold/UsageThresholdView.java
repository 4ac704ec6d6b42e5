package dev.rivulet.subscription.threshold;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rivulet.kit.money.Money;
import dev.rivulet.subscription.threshold.ThresholdTable.Kept;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** From how much usage on it is asked for at once. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "UsageThreshold")
public record UsageThresholdView(
        @Schema(examples = "0197a3f1-0d3e-7a10-8d74-8b3b2e8d9c03")
        UUID accountId,

        @Nullable
        @Schema(
                examples = "0197a3f2-1e4f-7b11-8e85-9c4c3f9e0d04",
                description = "The subscription it is for; absent where it is for all of the account's, each by itself")
        UUID subscriptionId,

        @Nullable @Schema(description = "What usage of all metrics costs, without tax and discounts")
        Money amount,

        @Nullable @Schema(examples = "api-calls") String metric,

        @Nullable @Schema(examples = "10000", description = "Of the metric; decimal text")
        String quantity,

        @Schema(examples = "2026-01-15T09:31:00Z") Instant setAt) {

    static UsageThresholdView of(Kept kept) {
        var threshold = kept.threshold();
        var quantity = threshold.quantity();
        return new UsageThresholdView(
                kept.accountId(),
                kept.subscriptionId(),
                threshold.amount(),
                threshold.metric(),
                quantity == null ? null : quantity.stripTrailingZeros().toPlainString(),
                kept.setAt());
    }
}
