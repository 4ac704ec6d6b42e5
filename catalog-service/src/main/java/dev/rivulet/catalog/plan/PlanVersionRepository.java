package dev.rivulet.catalog.plan;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class PlanVersionRepository implements PanacheRepositoryBase<PlanVersion, UUID> {

    Optional<PlanVersion> numbered(UUID plan, int number) {
        return find("planId = ?1 and number = ?2", plan, number).firstResultOptional();
    }

    List<PlanVersion> ofPlans(Collection<UUID> plans) {
        return list("planId in ?1 order by number", plans);
    }

    List<PlanVersion> after(UUID plan, UUID last, int count) {
        return find("planId = ?1 and id > ?2 order by id", plan, last)
                .range(0, count - 1)
                .list();
    }
}
