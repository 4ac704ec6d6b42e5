package dev.rivulet.subscription.metrics;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rivulet.kit.money.Money;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Recurring revenue of a month, of one currency and of what it is grouped by. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "MrrGroup")
public record MrrGroup(
        @Nullable
        @Schema(
                examples = "0197a3f2-5e4f-7b11-8e85-9c4c3f9e0d04",
                description = "The id of the plan, product, segment or partner, or the activity code; left out where"
                        + " the subscriptions have none")
        String key,

        Money mrr,

        @Schema(examples = "12", description = "How many with recurring revenue")
        long subscriptions) {}
