package dev.rivulet.success.score;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class BacktestRunRepository implements PanacheRepositoryBase<BacktestRun, UUID> {

    List<BacktestRun> page(UUID model, UUID after, int limit) {
        return find("modelId = ?1 and id > ?2 order by id", model, after)
                .page(0, limit)
                .list();
    }

    boolean hasSufficient(UUID model) {
        return count("modelId = ?1 and sufficient = true", model) > 0;
    }

    void forget(UUID model) {
        delete("modelId", model);
    }
}
