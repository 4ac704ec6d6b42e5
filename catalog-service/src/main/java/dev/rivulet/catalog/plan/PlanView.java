package dev.rivulet.catalog.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rivulet.kit.money.Money;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A plan. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Plan")
record PlanView(
        UUID id,

        @Schema(description = "Quoted, it is the ETag to change this plan with")
        long version,

        UUID productId,
        @Schema(examples = "soft-skills-team") @Nullable String key,
        @Schema(examples = "Team, monthly") String name,
        PlanStatus status,

        @Schema(description = "What a subscription is pinned to; a draft has the one it is going to be", examples = "1")
        int planVersion,

        Money price,
        BillingPeriod period,
        @Schema(examples = "14") int trialDays,
        Instant createdAt,
        @Nullable Instant publishedAt) {

    static PlanView of(Plan plan) {
        return new PlanView(
                plan.id,
                plan.version,
                plan.productId,
                plan.key,
                plan.name,
                plan.status,
                plan.planVersion,
                plan.price,
                plan.period,
                plan.trialDays,
                plan.createdAt,
                plan.publishedAt);
    }
}
