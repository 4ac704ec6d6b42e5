package dev.rivulet.catalog.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rivulet.catalog.plan.domain.BillingPeriod;
import dev.rivulet.catalog.plan.domain.BillingTiming;
import dev.rivulet.catalog.plan.domain.VersionStatus;
import dev.rivulet.kit.money.Money;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A version of a plan. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "PlanVersion")
record PlanVersionView(
        UUID planId,

        @Schema(description = "Its number", examples = "2") int planVersion,

        VersionStatus status,
        @Schema(examples = "Team, monthly") String name,
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

        @Schema(description = "What it meant, when published, for those who subscribed before") @Nullable
        Rollout rollout,

        Instant createdAt,
        @Nullable Instant publishedAt) {

    static PlanVersionView of(PlanVersion version) {
        return new PlanVersionView(
                version.planId,
                version.number,
                version.status,
                version.terms.name(),
                version.terms.price(),
                version.terms.period(),
                version.terms.trialDays(),
                version.terms.entitlements(),
                version.terms.touchModel(),
                version.terms.successMetric(),
                version.terms.billing(),
                version.terms.phases(),
                version.terms.fixedTermPeriods(),
                version.terms.minimumCommitment(),
                version.rollout,
                version.createdAt,
                version.publishedAt);
    }
}
