package dev.rivulet.subscription.offer;

import dev.rivulet.kit.money.Money;
import dev.rivulet.subscription.rating.domain.BillingPeriod;
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
            UUID id,
            UUID productId,
            UUID segmentId,
            int version,
            @Nullable Benefit benefit) {}

    private final PlanRepository plans;
    private final PlanVersions versions;
    private final PropositionRepository propositions;

    Offers(PlanRepository plans, PlanVersions versions, PropositionRepository propositions) {
        this.plans = plans;
        this.versions = versions;
        this.propositions = propositions;
    }

    /** Empty while the plan is unknown or not published. */
    public Optional<Plan> plan(UUID id) {
        return plans.findByIdOptional(id)
                .filter(OfferPlan::isPublished)
                .map(plan -> new Plan(
                        plan.id, plan.productId, plan.name, plan.planVersion, plan.price, plan.period, plan.trialDays));
    }

    /** A version that was published, be it past; empty while it was not heard of. */
    public Optional<PlanVersion> version(UUID planId, int number) {
        return versions.of(planId).stream()
                .filter(version -> version.number() == number)
                .findFirst();
    }

    /** Empty while the proposition is unknown or not approved. */
    public Optional<Proposition> proposition(UUID id) {
        return propositions
                .findByIdOptional(id)
                .filter(OfferProposition::isApproved)
                .map(proposition -> new Proposition(
                        proposition.id,
                        proposition.productId,
                        proposition.segmentId,
                        proposition.propositionVersion,
                        proposition.benefit));
    }

    /** Whether a plan was heard of, published or not. */
    public boolean knows(UUID planId) {
        return plans.findByIdOptional(planId).isPresent();
    }

    /** The plan of a key, where there is one of it. */
    public Optional<UUID> planOf(String key) {
        var found = plans.list("key", key);
        return found.size() == 1 ? Optional.of(found.getFirst().id) : Optional.empty();
    }

    /** The approved proposition of a plan's product, where there is just one. */
    public Optional<UUID> onlyProposition(UUID planId) {
        return plans.findByIdOptional(planId)
                .map(plan ->
                        propositions.list("status = ?1 and productId = ?2", OfferProposition.APPROVED, plan.productId))
                .filter(found -> found.size() == 1)
                .map(found -> found.getFirst().id);
    }

    /** Whether any plan of the product is published. */
    public boolean sells(UUID productId) {
        return plans.count("productId = ?1 and status = ?2", productId, OfferPlan.PUBLISHED) > 0;
    }
}
