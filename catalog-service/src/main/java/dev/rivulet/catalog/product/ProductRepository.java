package dev.rivulet.catalog.product;

import dev.rivulet.catalog.product.domain.ProductStatus;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class ProductRepository implements PanacheRepositoryBase<Product, UUID> {

    List<Product> after(UUID last, int count, @Nullable ProductStatus status) {
        var found = status == null
                ? find("id > ?1 order by id", last)
                : find("id > ?1 and status = ?2 order by id", last, status);
        return found.range(0, count - 1).list();
    }

    List<Product> afterWithoutRetired(UUID last, int count) {
        return find("id > ?1 and status <> ?2 order by id", last, ProductStatus.RETIRED)
                .range(0, count - 1)
                .list();
    }

    /** With a lock that its users share and its next step waits for. */
    Optional<Product> holdActive(UUID id) {
        return find("id = ?1 and status = ?2", id, ProductStatus.ACTIVE)
                .withLock(LockModeType.PESSIMISTIC_READ)
                .singleResultOptional();
    }
}
