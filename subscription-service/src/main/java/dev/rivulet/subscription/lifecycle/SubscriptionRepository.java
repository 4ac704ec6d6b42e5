package dev.rivulet.subscription.lifecycle;

import dev.rivulet.kit.problem.Rejected;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class SubscriptionRepository implements PanacheRepositoryBase<Subscription, UUID> {

    Subscription get(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> Rejected.notFound("subscription", id));
    }

    List<Subscription> list(@Nullable UUID accountId, UUID after, int limit) {
        var found = accountId == null
                ? find("id > ?1 order by id", after)
                : find("id > ?1 and accountId = ?2 order by id", after, accountId);
        return found.page(0, limit).list();
    }
}
