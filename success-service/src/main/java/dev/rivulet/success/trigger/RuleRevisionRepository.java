package dev.rivulet.success.trigger;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class RuleRevisionRepository implements PanacheRepositoryBase<RuleRevision, UUID> {

    List<RuleRevision> of(UUID rule, UUID after, int limit) {
        return find("ruleId = ?1 and id > ?2 order by id", rule, after)
                .page(0, limit)
                .list();
    }
}
