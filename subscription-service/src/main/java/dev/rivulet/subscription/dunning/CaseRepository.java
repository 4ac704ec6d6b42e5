package dev.rivulet.subscription.dunning;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class CaseRepository implements PanacheRepositoryBase<DunningCase, UUID> {

    Optional<DunningCase> open(UUID account) {
        return find("accountId = ?1 and status = 'OPEN'", account).firstResultOptional();
    }

    List<DunningCase> suspended(UUID account) {
        return list("accountId = ?1 and suspended", account);
    }

    int nextEpisode(UUID account) {
        return Math.toIntExact(count("accountId", account)) + 1;
    }

    /** Payers with an open case, a page of them. */
    List<UUID> payersInArrears(UUID after, int limit) {
        return getEntityManager()
                .createQuery(
                        "select accountId from DunningCase where status = 'OPEN' and accountId > ?1 order by accountId",
                        UUID.class)
                .setParameter(1, after)
                .setMaxResults(limit)
                .getResultList();
    }

    List<DunningCase> list(@Nullable UUID account, DunningCase.@Nullable Status status, UUID after, int limit) {
        var query = new StringBuilder("id > :after");
        var parameters = new HashMap<String, Object>();
        parameters.put("after", after);
        if (account != null) {
            query.append(" and accountId = :account");
            parameters.put("account", account);
        }
        if (status != null) {
            query.append(" and status = :status");
            parameters.put("status", status);
        }
        return find(query + " order by id", parameters).page(0, limit).list();
    }
}
