package dev.rivulet.success.customer;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class CustomerRepository implements PanacheRepositoryBase<Customer, UUID> {

    /** Inserts the row unless it is there, and tells which; safe against another consumer at the same moment. */
    boolean ensure(String tenant, UUID id) {
        return getEntityManager()
                        .createNativeQuery("INSERT INTO customer (tenant_id, id) VALUES (:tenant, :id)"
                                + " ON CONFLICT DO NOTHING")
                        .setParameter("tenant", tenant)
                        .setParameter("id", id)
                        .executeUpdate()
                == 1;
    }

    List<Customer> page(@Nullable String prefix, UUID after, int limit) {
        var found = prefix == null
                ? find("id > ?1 and prospect = false order by id", after)
                : find(
                        "id > ?1 and prospect = false and lower(name) like lower(?2) escape '!' order by id",
                        after,
                        pattern(prefix));
        return found.page(0, limit).list();
    }

    private static String pattern(String prefix) {
        return prefix.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
    }
}
