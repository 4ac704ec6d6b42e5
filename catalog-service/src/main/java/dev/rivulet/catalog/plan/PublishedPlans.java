package dev.rivulet.catalog.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/** What other features ask of plans: which products have one that can be bought. */
@ApplicationScoped
@Transactional
public class PublishedPlans {

    private final PlanRepository plans;

    PublishedPlans(PlanRepository plans) {
        this.plans = plans;
    }

    /** Products with at least one published plan, which has a price. */
    public Set<UUID> products() {
        return new HashSet<>(plans.getEntityManager()
                .createQuery("select distinct productId from Plan where status = PUBLISHED", UUID.class)
                .getResultList());
    }
}
