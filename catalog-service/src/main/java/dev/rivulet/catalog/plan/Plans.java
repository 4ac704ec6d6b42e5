package dev.rivulet.catalog.plan;

import dev.rivulet.catalog.plan.domain.PlanStatus;
import dev.rivulet.kit.money.Money;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Tells the other features which plans there are. */
@ApplicationScoped
@Transactional
public class Plans {

    /**
     * What other features may know of a plan.
     *
     * @param status DRAFT, PUBLISHED or RETIRED
     * @param planVersion the version whose name, price and period these are
     * @param price for one period, however many seats
     */
    public record Known(
            UUID id,
            UUID productId,
            @Nullable String key,
            String name,
            String status,
            int planVersion,
            Money price,
            String period) {

        static Known of(Plan plan) {
            return new Known(
                    plan.id,
                    plan.productId,
                    plan.key,
                    plan.terms.name(),
                    plan.status.name(),
                    plan.planVersion,
                    plan.terms.price(),
                    plan.terms.period().name());
        }
    }

    private final PlanRepository plans;

    Plans(PlanRepository plans) {
        this.plans = plans;
    }

    /** The plan, if the tenant has it. */
    public Optional<Known> find(UUID id) {
        return plans.findByIdOptional(id).map(Known::of);
    }

    /** The plans of a product that may be subscribed to, oldest first. */
    public List<Known> published(UUID product) {
        return plans.ofProduct(product, PlanStatus.PUBLISHED).stream()
                .map(Known::of)
                .toList();
    }
}
