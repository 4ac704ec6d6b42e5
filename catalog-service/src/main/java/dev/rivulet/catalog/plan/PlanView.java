package dev.rivulet.catalog.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rivulet.catalog.plan.domain.BillingPeriod;
import dev.rivulet.catalog.plan.domain.BillingTiming;
import dev.rivulet.catalog.plan.domain.PlanStatus;
import dev.rivulet.kit.money.Money;
import java.time.Instant;
import java.util.List;
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

        @Schema(description = "The plan this one is bought in addition to") @Nullable
        UUID addOnOf,

        @Schema(examples = "Team, monthly") String name,
        PlanStatus status,

        @Schema(
                description = "The version shown here, and what a subscription is pinned to; a draft has the one it is"
                        + " going to be",
                examples = "1")
        int planVersion,

        @Schema(description = "The version being worked on, if any", examples = "2") @Nullable
        Integer draftVersion,

        Money price,
        BillingPeriod period,
        @Schema(examples = "14") int trialDays,
        List<Entitlement> entitlements,
        @Nullable TouchModel touchModel,
        @Schema(examples = "soft-skills-score") @Nullable String successMetric,

        BillingTiming billing,

        @Schema(description = "After the trial, one after the other, before the plan's own price")
        List<Phase> phases,

        @Schema(description = "After so many periods a subscription ends by itself", examples = "12") @Nullable
        Integer fixedTermPeriods,

        @Schema(description = "The least that all components of a period come to") @Nullable
        Money minimumCommitment,

        @Schema(description = "What this version meant, when published, for those who subscribed before") @Nullable
        Rollout rollout,

        Instant createdAt,

        @Schema(description = "When the version shown here was published") @Nullable
        Instant publishedAt) {

    static PlanView of(Plan plan) {
        return new PlanView(
                plan.id,
                plan.version,
                plan.productId,
                plan.key,
                plan.addOnOf,
                plan.terms.name(),
                plan.status,
                plan.planVersion,
                plan.draftVersion,
                plan.terms.price(),
                plan.terms.period(),
                plan.terms.trialDays(),
                plan.terms.entitlements(),
                plan.terms.touchModel(),
                plan.terms.successMetric(),
                plan.terms.billing(),
                plan.terms.phases(),
                plan.terms.fixedTermPeriods(),
                plan.terms.minimumCommitment(),
                plan.rollout,
                plan.createdAt,
                plan.publishedAt);
    }
}
