package dev.rivulet.subscription.payment;

import dev.rivulet.kit.problem.Rejected;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class PaymentRepository implements PanacheRepositoryBase<Payment, UUID> {

    Payment get(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> Rejected.notFound("payment", id));
    }

    /** Writes the payment at once; false when its reference is another's. The transaction must not go on then. */
    boolean addIfNew(Payment payment) {
        try {
            persistAndFlush(payment);
            return true;
        } catch (ConstraintViolationException e) {
            if ("payment_reference".equals(e.getConstraintName())) {
                return false;
            }
            throw e;
        }
    }

    List<Payment> list(@Nullable UUID invoiceId, UUID after, int limit) {
        var found = invoiceId == null
                ? find("id > ?1 order by id", after)
                : find("id > ?1 and invoiceId = ?2 order by id", after, invoiceId);
        return found.page(0, limit).list();
    }
}
