package dev.rivulet.catalog.activity;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class EditionRepository implements PanacheRepositoryBase<Edition, UUID> {

    List<Edition> after(UUID last, int count) {
        return find("id > ?1 order by id", last).range(0, count - 1).list();
    }

    Optional<Edition> named(String scheme, String edition) {
        return find("scheme = ?1 and edition = ?2", scheme, edition).firstResultOptional();
    }
}
