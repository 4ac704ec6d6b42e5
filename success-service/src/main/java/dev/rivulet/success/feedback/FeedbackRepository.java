package dev.rivulet.success.feedback;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class FeedbackRepository implements PanacheRepositoryBase<Feedback, UUID> {

    List<Feedback> page(FeedbackFilter filter, @Nullable Collection<UUID> only, UUID after, int limit) {
        var parameters = new HashMap<String, Object>();
        parameters.put("after", after);
        var query = filter.conditions(parameters);
        if (only != null) {
            query += " and accountId in :only";
            parameters.put("only", only);
        }
        return find(query + " order by id", parameters).page(0, limit).list();
    }

    List<Feedback> latest(UUID account, int limit) {
        return find("accountId = ?1 order by givenAt desc, id desc", account)
                .page(0, limit)
                .list();
    }

    /** Without reading them whole, so that they can be locked later as they are then. */
    List<Ask> asks(Collection<UUID> ids) {
        return getEntityManager()
                .createQuery(
                        "select f.id, f.accountId, f.productId, f.feature, f.kind, f.requestId, f.givenAt"
                                + " from Feedback f where f.id in :ids order by f.id",
                        Ask.class)
                .setParameter("ids", ids)
                .getResultList();
    }

    List<Feedback> locked(Collection<UUID> ids) {
        return find("id in ?1 order by id", ids)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    List<Feedback> lockedOfRequest(UUID request) {
        return find("requestId = ?1 order by id", request)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }
}
