package dev.rivulet.success.value;

import dev.rivulet.success.access.Belonging;
import dev.rivulet.success.value.domain.PromiseStatus;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class PromiseRepository implements PanacheRepositoryBase<Promise, UUID>, Belonging {

    private static final List<PromiseStatus> OPEN =
            List.of(PromiseStatus.PENDING, PromiseStatus.MEASURED, PromiseStatus.CONTESTED);

    Optional<Promise> ofSubscription(UUID subscription) {
        return find("subscriptionId", subscription).firstResultOptional();
    }

    @Override
    public String segment() {
        return "promises";
    }

    @Override
    @Transactional
    public Optional<UUID> customerOf(UUID id, Set<String> caller) {
        return accountOf(id);
    }

    /** @param only of these customers; null for all */
    List<Promise> page(PromiseFilter filter, @Nullable Collection<UUID> only, UUID after, int limit) {
        var query = new StringBuilder("id > :after");
        var values = new HashMap<String, Object>(Map.of("after", after));
        if (only != null) {
            query.append(" and accountId in :only");
            values.put("only", only);
        }
        if (filter.account() != null) {
            query.append(" and accountId = :account");
            values.put("account", filter.account());
        }
        if (filter.status() != null) {
            query.append(" and status = :status");
            values.put("status", filter.status());
        }
        if (filter.dueBefore() != null) {
            query.append(" and dueOn < :due");
            values.put("due", filter.dueBefore());
        }
        return find(query.append(" order by id").toString(), values)
                .page(0, limit)
                .list();
    }

    List<Promise> ofAccount(UUID account) {
        return list("accountId = ?1 order by id", account);
    }

    /** Whose word has come or whose day has gone by. */
    List<Promise> cameOut(Collection<UUID> accounts) {
        return list("accountId in ?1 and status not in ?2 order by id", accounts, OPEN);
    }

    /** Asked before the promise is read: its customer is locked first. */
    Optional<UUID> accountOf(UUID id) {
        return getEntityManager()
                .createQuery("select accountId from Promise where id = :id", UUID.class)
                .setParameter("id", id)
                .getResultStream()
                .findFirst();
    }

    @Nullable
    Promise locked(UUID id) {
        return findById(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** With open promises whose day may have gone by somewhere, in the order of their ids. */
    List<UUID> accountsDueBefore(LocalDate day, UUID after, int limit) {
        return getEntityManager()
                .createQuery(
                        "select distinct accountId from Promise where status in :open and dueOn < :day"
                                + " and accountId > :after order by accountId",
                        UUID.class)
                .setParameter("open", OPEN)
                .setParameter("day", day)
                .setParameter("after", after)
                .setMaxResults(limit)
                .getResultList();
    }

    List<Promise> dueBefore(LocalDate day, Collection<UUID> accounts) {
        return find("accountId in ?1 and status in ?2 and dueOn < ?3 order by id", accounts, OPEN, day)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }
}
