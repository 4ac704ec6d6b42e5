package dev.rivulet.subscription.payment;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class MethodRepository implements PanacheRepositoryBase<Method, UUID> {

    List<Method> ofAccount(UUID account, UUID after, int limit) {
        return find("accountId = ?1 and removedAt is null and id > ?2 order by id", account, after)
                .page(0, limit)
                .list();
    }

    Optional<Method> preferred(UUID account) {
        return find("accountId = ?1 and preferred", account).firstResultOptional();
    }
}
