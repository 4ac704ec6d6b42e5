package dev.rivulet.success.value;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class PromiseRepository implements PanacheRepositoryBase<Promise, UUID> {

    boolean hasFor(UUID subscription) {
        return count("subscriptionId", subscription) > 0;
    }

    List<Promise> page(@Nullable UUID account, UUID after, int limit) {
        var found = account == null
                ? find("id > ?1 order by id", after)
                : find("accountId = ?1 and id > ?2 order by id", account, after);
        return found.page(0, limit).list();
    }

    List<Promise> ofAccount(UUID account) {
        return list("accountId = ?1 order by id", account);
    }
}
