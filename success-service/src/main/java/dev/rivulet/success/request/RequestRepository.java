package dev.rivulet.success.request;

import dev.rivulet.kit.problem.Rejected;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;

@ApplicationScoped
class RequestRepository implements PanacheRepositoryBase<ProductRequest, UUID> {

    ProductRequest existing(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> Rejected.notFound("request", id));
    }

    /** Those there are, locked in the order of their ids, as everywhere. */
    Map<UUID, ProductRequest> locked(Collection<UUID> ids) {
        var locked = new HashMap<UUID, ProductRequest>();
        for (var id : new TreeSet<>(ids)) {
            var request = findById(id, LockModeType.PESSIMISTIC_WRITE);
            if (request != null) {
                locked.put(id, request);
            }
        }
        return locked;
    }
}
