package dev.rivulet.catalog.plan;

import dev.rivulet.catalog.plan.domain.PlanStatus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Tells the other features which plans there are. */
@ApplicationScoped
@Transactional
public class Plans {

    private final PlanRepository plans;
    private final PlanVersionRepository versions;

    Plans(PlanRepository plans, PlanVersionRepository versions) {
        this.plans = plans;
        this.versions = versions;
    }

    /** The product of a plan, drafted or published; empty when the tenant has no such plan. */
    public Optional<UUID> productOf(UUID planId) {
        return plans.findByIdOptional(planId).map(plan -> plan.productId);
    }

    /** The money of a version's own; empty when the tenant has no such version. */
    public Optional<PlanMoney> moneyOf(UUID planId, int number) {
        return versions.numbered(planId, number).map(version -> PlanMoney.of(version.terms));
    }

    /** The products with a published plan, which has a list price. */
    public Set<UUID> pricedProducts() {
        return plans.productsWith(PlanStatus.PUBLISHED);
    }
}
