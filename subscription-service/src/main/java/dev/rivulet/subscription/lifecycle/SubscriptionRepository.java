package dev.rivulet.subscription.lifecycle;

import dev.rivulet.kit.problem.Rejected;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.hibernate.StatelessSession;

@ApplicationScoped
class SubscriptionRepository implements PanacheRepositoryBase<Subscription, UUID> {

    /** Each is a parameter of the statement. */
    private static final int AT_ONCE = 1_000;

    private final StatelessSession rows;

    SubscriptionRepository(StatelessSession rows) {
        this.rows = rows;
    }

    /** Inserts new ones and lets go of them: who wants to change one in the same transaction reads it first. */
    void insert(List<Subscription> all) {
        rows.insertMultiple(all);
    }

    Subscription get(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> Rejected.notFound("subscription", id));
    }

    /** Whose it is, read without taking it in hand. */
    UUID accountOf(UUID id) {
        return getEntityManager()
                .createQuery("select s.accountId from Subscription s where s.id = :id", UUID.class)
                .setParameter("id", id)
                .getResultStream()
                .findFirst()
                .orElseThrow(() -> Rejected.notFound("subscription", id));
    }

    /** Locked against other changes; whoever calls holds the payer's lock already. */
    Subscription lock(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(() -> Rejected.notFound("subscription", id));
    }

    /** The same with many that exist, in a fixed order. */
    List<Subscription> lock(Collection<UUID> ids) {
        var sorted = ids.stream().sorted().toList();
        var found = new ArrayList<Subscription>();
        for (var i = 0; i < sorted.size(); i += AT_ONCE) {
            found.addAll(find("id in ?1 order by id", sorted.subList(i, Math.min(i + AT_ONCE, sorted.size())))
                    .withLock(LockModeType.PESSIMISTIC_WRITE)
                    .list());
        }
        if (found.size() != sorted.size()) {
            throw new IllegalStateException((sorted.size() - found.size()) + " subscriptions are gone");
        }
        return found;
    }

    /** The add-ons that have not ended, in a fixed order. */
    List<Subscription> addOnsOf(UUID base) {
        return list("baseId = ?1 and status = ?2 order by id", base, SubscriptionStatus.ACTIVE);
    }

    /** Those of the accounts that have not ended, in a fixed order. */
    List<UUID> ongoing(List<UUID> accounts) {
        return getEntityManager()
                .createQuery(
                        "select s.id from Subscription s where s.accountId in :accounts and s.status = :status order by s.id",
                        UUID.class)
                .setParameter("accounts", accounts)
                .setParameter("status", SubscriptionStatus.ACTIVE)
                .getResultList();
    }
}
