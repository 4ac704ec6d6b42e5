package dev.rivulet.success.value;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class PromiseLinkRepository implements PanacheRepositoryBase<PromiseLink, UUID> {

    /** Which promise a link is about, without reading the rest of it: the customer and the promise are locked before. */
    record Found(UUID id, UUID promiseId) {}

    Optional<Found> byToken(String hash) {
        return getEntityManager()
                .createQuery("select id, promiseId from PromiseLink where tokenHash = :hash", Found.class)
                .setParameter("hash", hash)
                .getResultStream()
                .findFirst();
    }

    PromiseLink locked(UUID id) {
        return findById(id, LockModeType.PESSIMISTIC_WRITE);
    }
}
