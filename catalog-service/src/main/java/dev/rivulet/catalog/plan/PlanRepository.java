package dev.rivulet.catalog.plan;

import dev.rivulet.catalog.plan.domain.PlanStatus;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class PlanRepository implements PanacheRepositoryBase<Plan, UUID> {

    /** What a list may be narrowed to. */
    record Filter(
            @Nullable UUID product,
            @Nullable UUID addOnOf,
            @Nullable PlanStatus status) {}

    List<Plan> after(UUID last, int count, Filter filter) {
        var where = new StringBuilder("id > :last");
        var parameters = new HashMap<String, Object>();
        parameters.put("last", last);
        if (filter.product() != null) {
            where.append(" and productId = :product");
            parameters.put("product", filter.product());
        }
        if (filter.addOnOf() != null) {
            where.append(" and addOnOf = :addOnOf");
            parameters.put("addOnOf", filter.addOnOf());
        }
        if (filter.status() != null) {
            where.append(" and status = :status");
            parameters.put("status", filter.status());
        }
        return find(where.append(" order by id").toString(), parameters)
                .range(0, count - 1)
                .list();
    }

    /** Those that are no add-ons, or only those that are. */
    List<Plan> after(UUID last, int count, boolean addOns) {
        return find("id > ?1 and addOnOf is " + (addOns ? "not null" : "null") + " order by id", last)
                .range(0, count - 1)
                .list();
    }

    List<Plan> ofProduct(UUID product, PlanStatus status) {
        return list("productId = ?1 and status = ?2 order by id", product, status);
    }

    /** Whether a plan at this price currency would be paid in another than the plan it adds to, or than its add-ons. */
    boolean disagrees(Plan plan, Currency currency) {
        return plan.addOnOf != null
                ? count("id = ?1 and terms.price.currency <> ?2", plan.addOnOf, currency) > 0
                : plan.id != null && count("addOnOf = ?1 and terms.price.currency <> ?2", plan.id, currency) > 0;
    }

    /** Makes what was decided on the plan's present version stale, although nothing in its own row changes. */
    void touch(Plan plan) {
        getEntityManager().lock(plan, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
    }

    Set<UUID> productsWith(PlanStatus status) {
        return Set.copyOf(getEntityManager()
                .createQuery("select distinct productId from Plan where status = :status", UUID.class)
                .setParameter("status", status)
                .getResultList());
    }
}
