package dev.rivulet.subscription.offer;

import dev.rivulet.kit.money.Money;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a subscription may be made of, at the version known here now. */
@ApplicationScoped
@Transactional
public class Offers {

    /** A published plan. */
    public record Plan(
            UUID id, UUID productId, String name, int version, Money price, BillingPeriod period, int trialDays) {}

    /** An approved proposition. */
    public record Proposition(
            UUID id, UUID productId, int version, @Nullable Benefit benefit) {}

    private final PlanRepository plans;
    private final PropositionRepository propositions;

    Offers(PlanRepository plans, PropositionRepository propositions) {
        this.plans = plans;
        this.propositions = propositions;
    }

    /** Empty while the plan is unknown or not published. */
    public Optional<Plan> plan(UUID id) {
        return plans.findByIdOptional(id)
                .filter(OfferPlan::isPublished)
                .map(plan -> new Plan(
                        plan.id, plan.productId, plan.name, plan.planVersion, plan.price, plan.period, plan.trialDays));
    }

    /** Empty while the proposition is unknown or not approved. */
    public Optional<Proposition> proposition(UUID id) {
        return propositions
                .findByIdOptional(id)
                .filter(OfferProposition::isApproved)
                .map(proposition -> new Proposition(
                        proposition.id, proposition.productId, proposition.propositionVersion, proposition.benefit));
    }
}
