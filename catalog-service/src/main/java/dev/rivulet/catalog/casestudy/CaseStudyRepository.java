package dev.rivulet.catalog.casestudy;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class CaseStudyRepository implements PanacheRepositoryBase<CaseStudy, UUID> {

    List<CaseStudy> after(
            UUID last, int count, @Nullable UUID product, @Nullable UUID segment, @Nullable CaseStudyStatus status) {
        var where = new StringBuilder("id > :last");
        var parameters = new HashMap<String, Object>();
        parameters.put("last", last);
        if (product != null) {
            where.append(" and productId = :product");
            parameters.put("product", product);
        }
        if (segment != null) {
            where.append(" and segmentId = :segment");
            parameters.put("segment", segment);
        }
        if (status != null) {
            where.append(" and status = :status");
            parameters.put("status", status);
        }
        return find(where.append(" order by id").toString(), parameters)
                .range(0, count - 1)
                .list();
    }

    /** Those made of a promise that a customer confirmed. */
    List<CaseStudy> ofPromises(UUID last, int count) {
        return find("promiseId is not null and id > ?1 order by id", last)
                .range(0, count - 1)
                .list();
    }

    Optional<CaseStudy> ofPromise(UUID promise) {
        return find("promiseId", promise).firstResultOptional();
    }

    boolean hasOf(UUID promise) {
        return count("promiseId", promise) > 0;
    }
}
