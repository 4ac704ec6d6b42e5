package dev.rivulet.catalog.product;

import dev.rivulet.catalog.product.domain.Gate;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class WaiverRepository implements PanacheRepositoryBase<Waiver, UUID> {

    List<Waiver> after(UUID last, int count) {
        return find("id > ?1 order by id", last).range(0, count - 1).list();
    }

    List<Waiver> after(UUID product, UUID last, int count) {
        return find("productId = ?1 and id > ?2 order by id", product, last)
                .range(0, count - 1)
                .list();
    }

    boolean has(UUID product, Gate gate) {
        return count("productId = ?1 and gate = ?2", product, gate) > 0;
    }
}
