package dev.rivulet.catalog.release;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class ReleaseRepository implements PanacheRepositoryBase<Release, UUID> {

    List<Release> after(UUID last, int count, @Nullable UUID product, @Nullable ReleaseStatus status) {
        var where = new StringBuilder("id > :last");
        var parameters = new HashMap<String, Object>();
        parameters.put("last", last);
        if (product != null) {
            where.append(" and productId = :product");
            parameters.put("product", product);
        }
        if (status != null) {
            where.append(" and status = :status");
            parameters.put("status", status);
        }
        return find(where.append(" order by id").toString(), parameters)
                .range(0, count - 1)
                .list();
    }
}
