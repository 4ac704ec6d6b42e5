package dev.rivulet.catalog.activity;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class AssignmentRepository implements PanacheRepositoryBase<Assignment, UUID> {

    List<Assignment> after(UUID last, int count, @Nullable UUID seller, @Nullable UUID product) {
        var where = new StringBuilder("id > :last");
        var parameters = new HashMap<String, Object>();
        parameters.put("last", last);
        if (seller != null) {
            where.append(" and sellerId = :seller");
            parameters.put("seller", seller);
        }
        if (product != null) {
            where.append(" and productId = :product");
            parameters.put("product", product);
        }
        return find(where.append(" order by id").toString(), parameters)
                .range(0, count - 1)
                .list();
    }

    Optional<Assignment> of(UUID seller, UUID product) {
        return find("sellerId = ?1 and productId = ?2", seller, product).firstResultOptional();
    }
}
