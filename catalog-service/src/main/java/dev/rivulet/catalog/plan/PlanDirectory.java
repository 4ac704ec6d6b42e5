package dev.rivulet.catalog.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;

/** What other features may ask of plans. */
@ApplicationScoped
@Transactional
public class PlanDirectory {

    private final PlanRepository plans;

    PlanDirectory(PlanRepository plans) {
        this.plans = plans;
    }

    /** The product of a plan, drafted or published; empty when the tenant has no such plan. */
    public Optional<UUID> productOf(UUID planId) {
        return plans.findByIdOptional(planId).map(plan -> plan.productId);
    }
}
