package dev.rivulet.subscription.registration;

import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.subscription.registration.domain.RegistrationStatus;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class RegistrationRepository implements PanacheRepositoryBase<Registration, UUID> {

    Registration get(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> Rejected.notFound("deal registration", id));
    }

    Registration lock(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(() -> Rejected.notFound("deal registration", id));
    }

    /** Those of them that protect no longer but say so, locked in a fixed order. */
    List<Registration> lockExpired(Collection<UUID> ids, Instant now) {
        return find(
                        "id in ?1 and status = ?2 and protectedUntil <= ?3 order by id",
                        ids,
                        RegistrationStatus.APPROVED,
                        now)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    List<Registration> list(
            @Nullable UUID partnerId,
            @Nullable UUID productId,
            @Nullable RegistrationStatus status,
            Instant now,
            UUID after,
            int limit) {
        var query = new StringBuilder("id > :after");
        var parameters = new HashMap<String, Object>();
        parameters.put("after", after);
        if (partnerId != null) {
            query.append(" and partnerId = :partner");
            parameters.put("partner", partnerId);
        }
        if (productId != null) {
            query.append(" and productId = :product");
            parameters.put("product", productId);
        }
        if (status != null) {
            query.append(
                    switch (status) {
                        case APPROVED -> " and status = :status and protectedUntil > :now";
                        case EXPIRED -> " and (status = :status or status = APPROVED and protectedUntil <= :now)";
                        case SUBMITTED, REJECTED, CONVERTED -> " and status = :status";
                    });
            parameters.put("status", status);
            if (query.indexOf(":now") >= 0) {
                parameters.put("now", now);
            }
        }
        return find(query + " order by id", parameters).page(0, limit).list();
    }
}
