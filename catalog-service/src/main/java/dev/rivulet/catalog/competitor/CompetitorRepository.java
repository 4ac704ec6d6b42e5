package dev.rivulet.catalog.competitor;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class CompetitorRepository implements PanacheRepositoryBase<Competitor, UUID> {

    List<Competitor> after(UUID last, int count, @Nullable CompetitorKind kind) {
        var query = kind == null
                ? find("id > ?1 order by id", last)
                : find("id > ?1 and kind = ?2 order by id", last, kind);
        return query.range(0, count - 1).list();
    }
}
