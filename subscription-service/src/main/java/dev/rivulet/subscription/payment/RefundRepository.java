package dev.rivulet.subscription.payment;

import dev.rivulet.kit.problem.Rejected;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class RefundRepository implements PanacheRepositoryBase<Refund, UUID> {

    Refund get(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> Rejected.notFound("refund", id));
    }

    List<Refund> list(UUID payment, UUID after, int limit) {
        return find("paymentId = ?1 and id > ?2 order by id", payment, after)
                .page(0, limit)
                .list();
    }
}
