package dev.rivulet.subscription.offer;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rivulet.kit.money.Money;
import dev.rivulet.subscription.rating.domain.BillingPeriod;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A published plan with the promises it may be sold with.
 *
 * @param trialDays whole days in the account's zone before the first period is charged
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Offer")
public record OfferView(
        @Schema(examples = "0197a3f0-5b1c-7c3e-9a52-6f1f0c6b7a01")
        UUID planId,

        @Schema(examples = "0197a3f0-4a0b-7d2e-8b41-5e0e9b5a6900")
        UUID productId,

        @Nullable @Schema(examples = "soft-skills-monthly") String key,

        @Schema(examples = "Soft skills, monthly") String name,
        @Schema(examples = "1") int planVersion,
        Money price,
        BillingPeriod period,
        @Schema(examples = "0") int trialDays,
        List<PropositionOffered> propositions,

        @Nullable @Schema(description = "The plan this one is bought in addition to")
        UUID addOnOf,

        @Nullable @Schema(description = "What it costs the buyer asked for; absent in lists")
        OfferPricingView pricing) {

    /** A promise the plan may be sold with. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "PropositionOffered")
    public record PropositionOffered(
            @Schema(examples = "0197a3f0-6c2d-7b4f-8c63-7a2a1d7c8b02")
            UUID propositionId,

            @Schema(examples = "1") int propositionVersion,

            @Schema(examples = "0197a3f0-3f1a-7a1d-9d30-4d9d8a495800")
            UUID segmentId,

            @Schema(examples = "The fastest soft-skills training of employees")
            String oneLiner,

            @Nullable Benefit benefit) {

        static PropositionOffered of(OfferProposition proposition) {
            return new PropositionOffered(
                    proposition.id,
                    proposition.propositionVersion,
                    proposition.segmentId,
                    proposition.oneLiner,
                    proposition.benefit);
        }
    }

    static OfferView of(OfferPlan plan, List<OfferProposition> approved, @Nullable OfferPricingView pricing) {
        return new OfferView(
                plan.id,
                plan.productId,
                plan.key,
                plan.name,
                plan.planVersion,
                plan.price,
                plan.period,
                plan.trialDays,
                approved.stream().map(PropositionOffered::of).toList(),
                plan.addOnOf,
                pricing);
    }
}
