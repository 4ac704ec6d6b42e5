package dev.rivulet.success.customer;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class CustomerRepository implements PanacheRepositoryBase<Customer, UUID> {

    /** Inserts the row unless it is there; safe against another consumer doing so at the same moment. */
    void ensure(String tenant, UUID id, Instant now) {
        getEntityManager()
                .createNativeQuery("INSERT INTO customer (tenant_id, id, version, known_since)"
                        + " VALUES (:tenant, :id, 0, :now) ON CONFLICT DO NOTHING")
                .setParameter("tenant", tenant)
                .setParameter("id", id)
                .setParameter("now", now)
                .executeUpdate();
    }

    List<Customer> page(@Nullable String prefix, UUID after, int limit) {
        var found = prefix == null
                ? find("id > ?1 order by id", after)
                : find("id > ?1 and lower(name) like lower(?2) escape '!' order by id", after, pattern(prefix));
        return found.page(0, limit).list();
    }

    private static String pattern(String prefix) {
        return prefix.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
    }
}
