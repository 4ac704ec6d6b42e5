package dev.rivulet.success.score;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class CustomerScoreRepository implements PanacheRepositoryBase<CustomerScore, UUID> {

    List<CustomerScore> ofAccounts(Collection<UUID> accounts) {
        return list("accountId in ?1", accounts);
    }

    /** Up to 500 accounts whose score was computed before the time. */
    List<UUID> computedBefore(Instant time) {
        return find("select s.accountId from CustomerScore s where s.computedAt < ?1 order by s.computedAt", time)
                .project(UUID.class)
                .page(0, 500)
                .list();
    }

    void rememberTenant(String tenant) {
        getEntityManager()
                .createNativeQuery("INSERT INTO scored_tenant (tenant_id) VALUES (:tenant) ON CONFLICT DO NOTHING")
                .setParameter("tenant", tenant)
                .executeUpdate();
    }

    /** Of all tenants; to be asked in the system's scope. */
    @SuppressWarnings("unchecked")
    List<String> tenants() {
        return getEntityManager()
                .createNativeQuery("SELECT tenant_id FROM scored_tenant ORDER BY tenant_id", String.class)
                .getResultList();
    }
}
