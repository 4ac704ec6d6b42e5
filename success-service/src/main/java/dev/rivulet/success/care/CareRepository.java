package dev.rivulet.success.care;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class CareRepository implements PanacheRepositoryBase<Care, UUID> {

    List<Care> ofAccounts(Collection<UUID> accounts) {
        return list("accountId in ?1", accounts);
    }

    /** The row to change, made if there is none yet: its first version is 0, as that of a customer without one. */
    Care lock(String tenant, UUID account) {
        getEntityManager()
                .createNativeQuery(
                        "INSERT INTO customer_care (tenant_id, account_id, version) VALUES (:tenant, :account, 0)"
                                + " ON CONFLICT DO NOTHING")
                .setParameter("tenant", tenant)
                .setParameter("account", account)
                .executeUpdate();
        return findById(account, LockModeType.PESSIMISTIC_WRITE);
    }

    List<UUID> of(Collection<String> managers) {
        return find("select c.accountId from Care c where lower(c.manager) in ?1", managers)
                .project(UUID.class)
                .list();
    }

    /** Returns the accounts that had a value of it. */
    List<UUID> forget(String attribute) {
        List<?> accounts = getEntityManager()
                .createNativeQuery(
                        "UPDATE customer_care SET attributes = attributes - :name, version = version + 1"
                                + " WHERE jsonb_exists(attributes, :name) RETURNING account_id",
                        UUID.class)
                .setParameter("name", attribute)
                .getResultList();
        return accounts.stream().map(UUID.class::cast).toList();
    }

    boolean isUsed(String attribute) {
        return !getEntityManager()
                .createNativeQuery("SELECT 1 FROM customer_care WHERE jsonb_exists(attributes, :name) LIMIT 1")
                .setParameter("name", attribute)
                .getResultList()
                .isEmpty();
    }
}
