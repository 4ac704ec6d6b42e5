package dev.rivulet.success.payment;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class ReceivableRepository implements PanacheRepositoryBase<Receivable, UUID> {

    /** The oldest unpaid due date of an account that has been invoiced at all; null when everything is paid. */
    record Oldest(UUID accountId, @Nullable LocalDate dueOn) {}

    List<Oldest> oldestUnpaid(Collection<UUID> accounts) {
        return getEntityManager()
                .createQuery(
                        "select r.accountId, min(case when r.paidOn is null and r.closed = false then r.dueOn end) from Receivable r"
                                + " where r.accountId in :accounts group by r.accountId",
                        Oldest.class)
                .setParameter("accounts", accounts)
                .getResultList();
    }
}
