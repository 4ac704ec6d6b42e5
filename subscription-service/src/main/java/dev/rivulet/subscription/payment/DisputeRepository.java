package dev.rivulet.subscription.payment;

import dev.rivulet.kit.problem.Rejected;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class DisputeRepository implements PanacheRepositoryBase<Dispute, UUID> {

    Dispute get(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> Rejected.notFound("dispute", id));
    }

    Optional<Dispute> byProviderId(UUID payment, String providerDisputeId) {
        return find("paymentId = ?1 and providerDisputeId = ?2", payment, providerDisputeId)
                .firstResultOptional();
    }

    List<Dispute> list(UUID after, int limit) {
        return find("id > ?1 order by id", after).page(0, limit).list();
    }
}
