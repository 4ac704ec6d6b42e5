package dev.rivulet.success.trigger;

import dev.rivulet.kit.problem.Rejected;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class TriggerRuleRepository implements PanacheRepositoryBase<TriggerRule, UUID> {

    TriggerRule get(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> Rejected.notFound("trigger rule", id));
    }

    List<TriggerRule> page(UUID after, int limit) {
        return find("id > ?1 order by id", after).page(0, limit).list();
    }
}
