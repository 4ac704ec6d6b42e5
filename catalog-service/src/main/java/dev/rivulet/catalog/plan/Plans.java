package dev.rivulet.catalog.plan;

import dev.rivulet.catalog.plan.domain.PlanStatus;
import dev.rivulet.kit.sql.Sql;
import dev.rivulet.kit.tenancy.Tenants;
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
    private final Sql sql;
    private final Tenants tenants;

    Plans(PlanRepository plans, Sql sql, Tenants tenants) {
        this.plans = plans;
        this.sql = sql;
        this.tenants = tenants;
    }

    /** The product of a plan, drafted or published; empty when the tenant has no such plan. */
    public Optional<UUID> productOf(UUID planId) {
        return plans.findByIdOptional(planId).map(plan -> plan.productId);
    }

    /** The money of a version's own; empty when the tenant has no such version. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public Optional<PlanMoney> moneyOf(UUID planId, int number) {
        return sql
                .read(
                        "SELECT commitment_minor, price_currency, jsonb_path_exists(phases, '$[*].price ? (@ != null)')"
                                + " FROM plan_version WHERE tenant_id = ? AND plan_id = ? AND number = ?",
                        PlanMoney::read,
                        tenants.current(),
                        planId,
                        number)
                .stream()
                .findFirst();
    }

    /** The products with a published plan, which has a list price. */
    public Set<UUID> pricedProducts() {
        return plans.productsWith(PlanStatus.PUBLISHED);
    }
}
