package dev.rivulet.subscription.deal;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class QuoteRepository implements PanacheRepositoryBase<Quote, UUID> {

    Optional<Quote> of(UUID dealId, UUID id) {
        return find("dealId = ?1 and id = ?2", dealId, id).firstResultOptional();
    }

    List<Quote> list(UUID dealId, UUID after, int limit) {
        return find("dealId = ?1 and id > ?2 order by id", dealId, after)
                .page(0, limit)
                .list();
    }
}
