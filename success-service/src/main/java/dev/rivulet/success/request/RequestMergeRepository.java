package dev.rivulet.success.request;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class RequestMergeRepository implements PanacheRepositoryBase<RequestMerge, UUID> {

    List<RequestMerge> into(UUID request, UUID after, int limit) {
        return find("requestId = ?1 and id > ?2 order by id", request, after)
                .page(0, limit)
                .list();
    }
}
