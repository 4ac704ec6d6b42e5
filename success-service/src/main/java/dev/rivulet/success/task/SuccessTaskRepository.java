package dev.rivulet.success.task;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class SuccessTaskRepository implements PanacheRepositoryBase<SuccessTask, UUID> {

    boolean isOpen(UUID account, TaskKind kind) {
        return count("accountId = ?1 and kind = ?2 and status = ?3", account, kind, TaskStatus.OPEN) > 0;
    }

    List<SuccessTask> page(@Nullable UUID account, @Nullable TaskStatus status, UUID after, int limit) {
        var query = new StringBuilder("id > :after");
        var values = new HashMap<String, Object>(Map.of("after", after));
        if (account != null) {
            query.append(" and accountId = :account");
            values.put("account", account);
        }
        if (status != null) {
            query.append(" and status = :status");
            values.put("status", status);
        }
        return find(query.append(" order by id").toString(), values)
                .page(0, limit)
                .list();
    }
}
