package dev.rivulet.success.deal;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class DealRepository implements PanacheRepositoryBase<Deal, UUID> {

    /** The earliest step first. */
    List<Deal> ofCustomers(Collection<UUID> customers) {
        return list("customerId in ?1 order by stageSince, id", customers);
    }
}
