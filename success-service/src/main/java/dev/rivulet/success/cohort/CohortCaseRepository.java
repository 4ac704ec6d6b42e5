package dev.rivulet.success.cohort;

import dev.rivulet.success.cohort.domain.CaseState;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class CohortCaseRepository implements PanacheRepositoryBase<CohortCase, UUID> {

    @Nullable
    CohortCase ofCell(int startMonth, int age) {
        return find("startMonth = ?1 and age = ?2", startMonth, age).firstResult();
    }

    List<CohortCase> ofStarts(int from, int to) {
        return list("startMonth between ?1 and ?2", from, to);
    }

    List<CohortCase> page(@Nullable CaseState state, @Nullable String owner, UUID after, int limit) {
        var query = new StringBuilder("id > :after");
        var values = new HashMap<String, Object>(Map.of("after", after));
        if (state != null) {
            query.append(" and state = :state");
            values.put("state", state);
        }
        if (owner != null) {
            query.append(" and owner = :owner");
            values.put("owner", owner);
        }
        return find(query.append(" order by id").toString(), values)
                .page(0, limit)
                .list();
    }
}
