package dev.rivulet.subscription.offer;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

@ApplicationScoped
class PropositionRepository implements PanacheRepositoryBase<OfferProposition, UUID> {

    /** Approved ones by product. */
    Map<UUID, List<OfferProposition>> approved(Collection<UUID> productIds) {
        return find("status = ?1 and productId in ?2 order by id", OfferProposition.APPROVED, productIds).stream()
                .collect(Collectors.groupingBy(proposition -> proposition.productId));
    }
}
