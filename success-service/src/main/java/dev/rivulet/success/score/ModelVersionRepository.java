package dev.rivulet.success.score;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class ModelVersionRepository implements PanacheRepositoryBase<ModelVersion, UUID> {

    /** First key of the advisory lock that gives numbers one after the other. */
    private static final int NUMBERING = 0x5c0e;

    List<ModelVersion> page(UUID after, int limit) {
        return find("id > ?1 order by id", after).page(0, limit).list();
    }

    List<ModelVersion> of(Collection<UUID> ids) {
        return list("id in ?1", ids);
    }

    List<ModelVersion> computed() {
        return list("status in ?1", List.of(ModelStatus.ACTIVE, ModelStatus.SHADOW));
    }

    Optional<ModelVersion> lockActive(UUID segment) {
        return find("segmentId = ?1 and status = ?2", segment, ModelStatus.ACTIVE)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    boolean hasShadow(UUID segment) {
        return count("segmentId = ?1 and status = ?2", segment, ModelStatus.SHADOW) > 0;
    }

    @Nullable
    ModelVersion lock(UUID id) {
        return findById(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** The next one of the tenant, which others wait for until the end of the transaction; the built-in model is 1. */
    int nextNumber(String tenant) {
        hold(tenant);
        var last = getEntityManager()
                .createQuery("select max(m.number) from ModelVersion m", Integer.class)
                .getSingleResult();
        return (last == null ? NumberedModel.BUILT_IN.number() : last) + 1;
    }

    /** What changes which models are in force goes one after the other. */
    void hold(String tenant) {
        getEntityManager()
                .createNativeQuery("SELECT 1 FROM (SELECT pg_advisory_xact_lock(:lock, hashtext(:tenant))) held")
                .setParameter("lock", NUMBERING)
                .setParameter("tenant", tenant)
                .getSingleResult();
    }
}
