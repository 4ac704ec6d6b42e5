package dev.rivulet.subscription.payment;

import dev.rivulet.kit.money.Money;
import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.subscription.payment.domain.PaymentStatus;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class PaymentRepository implements PanacheRepositoryBase<Payment, UUID> {

    private static final int MOST_ALIKE = 50;

    Payment get(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> Rejected.notFound("payment", id));
    }

    /** Whose a payment is, without reading it: its payer is locked first. */
    UUID payerOf(UUID id) {
        return getEntityManager()
                .createQuery("select accountId from Payment where id = ?1", UUID.class)
                .setParameter(1, id)
                .getResultStream()
                .findFirst()
                .orElseThrow(() -> Rejected.notFound("payment", id));
    }

    Payment lock(UUID id) {
        return findById(id, LockModeType.PESSIMISTIC_WRITE);
    }

    Optional<UUID> byProviderId(PaymentMethod method, String providerPaymentId) {
        return getEntityManager()
                .createQuery("select id from Payment where method = ?1 and providerPaymentId = ?2", UUID.class)
                .setParameter(1, method)
                .setParameter(2, providerPaymentId)
                .getResultStream()
                .findFirst();
    }

    /** A payment by its id, if it is one of that provider. */
    Optional<UUID> ofProvider(PaymentMethod method, UUID id) {
        return getEntityManager()
                .createQuery("select id from Payment where method = ?1 and id = ?2", UUID.class)
                .setParameter(1, method)
                .setParameter(2, id)
                .getResultStream()
                .findFirst();
    }

    /** Writes the payment at once; the transaction must not go on when its reference is another's. */
    void addNew(Payment payment) {
        try {
            persistAndFlush(payment);
        } catch (ConstraintViolationException e) {
            if ("payment_reference".equals(e.getConstraintName())) {
                throw Rejected.conflict("payment-reference-used", String.valueOf(payment.reference));
            }
            throw e;
        }
    }

    /** Writes what was learnt of it at once, so that a provider's name that is another payment's is refused here. */
    void learn(Payment payment) {
        try {
            flush();
        } catch (ConstraintViolationException e) {
            if ("payment_provider_id".equals(e.getConstraintName())) {
                throw Rejected.conflict("provider-payment-known", String.valueOf(payment.providerPaymentId));
            }
            throw e;
        }
    }

    List<Payment> receivedOf(Money amount) {
        return find(
                        "method = ?1 and amount.minor = ?2 and amount.currency = ?3 order by id desc",
                        PaymentMethod.BANK_TRANSFER,
                        amount.minor(),
                        amount.currency())
                .page(0, MOST_ALIKE)
                .list();
    }

    List<Payment> list(
            @Nullable Collection<UUID> ids,
            @Nullable UUID accountId,
            @Nullable PaymentStatus status,
            UUID after,
            int limit) {
        var query = new StringBuilder("id > :after");
        var parameters = new HashMap<String, Object>();
        parameters.put("after", after);
        if (ids != null) {
            query.append(" and id in :ids");
            parameters.put("ids", ids);
        }
        if (accountId != null) {
            query.append(" and accountId = :account");
            parameters.put("account", accountId);
        }
        if (status != null) {
            query.append(" and status = :status");
            parameters.put("status", status);
        }
        return find(query + " order by id", parameters).page(0, limit).list();
    }
}
