package dev.rivulet.success.customer;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class SubscriptionRepository implements PanacheRepositoryBase<Subscription, UUID> {

    List<Subscription> ofAccounts(Collection<UUID> accounts) {
        return list("accountId in ?1 order by startDate, id", accounts);
    }
}
