package dev.rivulet.success.value;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class MeasurementRepository implements PanacheRepositoryBase<Measurement, UUID> {

    List<Measurement> of(UUID promise, UUID after, int limit) {
        return find("promiseId = ?1 and id > ?2 order by id", promise, after)
                .page(0, limit)
                .list();
    }
}
