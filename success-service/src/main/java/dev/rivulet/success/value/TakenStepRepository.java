package dev.rivulet.success.value;

import dev.rivulet.success.value.domain.PromiseStep;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class TakenStepRepository implements PanacheRepositoryBase<TakenStep, UUID> {

    /** What came out, or fell due, from the first time on and before the second. */
    List<PromiseNews> news(Instant from, Instant until) {
        return getEntityManager()
                .createQuery(
                        "select p.id, p.accountId, p.metric, s.statusAfter from TakenStep s join Promise p"
                                + " on p.id = s.promiseId where s.step in :steps and s.takenAt >= :from"
                                + " and s.takenAt < :until order by s.takenAt, s.id",
                        PromiseNews.class)
                .setParameter("steps", List.of(PromiseStep.CONFIRM, PromiseStep.FALL_DUE))
                .setParameter("from", from)
                .setParameter("until", until)
                .getResultList();
    }

    List<TakenStep> of(UUID promise, UUID after, int limit) {
        return find("promiseId = ?1 and id > ?2 order by id", promise, after)
                .page(0, limit)
                .list();
    }
}
