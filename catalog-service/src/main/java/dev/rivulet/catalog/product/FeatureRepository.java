package dev.rivulet.catalog.product;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class FeatureRepository implements PanacheRepositoryBase<Feature, UUID> {

    List<Feature> after(UUID last, int count) {
        return find("id > ?1 order by id", last).range(0, count - 1).list();
    }

    List<Feature> after(UUID product, UUID last, int count) {
        return find("productId = ?1 and id > ?2 order by id", product, last)
                .range(0, count - 1)
                .list();
    }

    List<Feature> named(UUID product, Collection<String> keys) {
        return list("productId = ?1 and key in ?2", product, keys);
    }
}
