package dev.rivulet.subscription.billing;

import dev.rivulet.kit.money.Money;
import dev.rivulet.kit.problem.Rejected;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class InvoiceRepository implements PanacheRepositoryBase<Invoice, UUID> {

    Invoice get(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> Rejected.notFound("invoice", id));
    }

    /** Locks an invoice until the transaction ends. */
    Invoice lock(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(() -> Rejected.notFound("invoice", id));
    }

    /** A payer's open invoices, oldest due first, locked in this order. */
    List<Invoice> lockOpen(UUID payer) {
        return find("accountId = ?1 and status in ('FINALIZED', 'PARTIALLY_PAID') order by dueDate, id", payer)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    /** Those of a payer's invoices that were given up, locked in the order of their ids. */
    List<Invoice> lockGivenUp(UUID payer, List<UUID> named) {
        return find("accountId = ?1 and status = 'UNCOLLECTIBLE' and id in ?2 order by id", payer, named)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    /** The day on which the draft that a charge is on becomes final; null where it is on none. */
    @Nullable
    LocalDate draftUntil(UUID charge) {
        return getEntityManager()
                .createQuery(
                        "select i.finalizeOn from Invoice i join Charge c on c.invoiceId = i.id"
                                + " where c.id = ?1 and i.status = DRAFT",
                        LocalDate.class)
                .setParameter(1, charge)
                .getResultStream()
                .findFirst()
                .orElse(null);
    }

    Optional<UUID> payerOf(UUID invoice) {
        return getEntityManager()
                .createQuery("select accountId from Invoice where id = ?1", UUID.class)
                .setParameter(1, invoice)
                .getResultStream()
                .findFirst();
    }

    /** Payers with an open invoice that is due by a day, a page of them. */
    List<UUID> payersWithOpen(LocalDate dueBy, UUID after, int limit) {
        return getEntityManager()
                .createQuery(
                        "select distinct accountId from Invoice where status in ('FINALIZED', 'PARTIALLY_PAID')"
                                + " and dueDate <= ?1 and accountId > ?2 order by accountId",
                        UUID.class)
                .setParameter(1, dueBy)
                .setParameter(2, after)
                .setMaxResults(limit)
                .getResultList();
    }

    List<LocalDate> openDueDates(UUID payer) {
        return getEntityManager()
                .createQuery(
                        "select distinct dueDate from Invoice where accountId = ?1"
                                + " and status in ('FINALIZED', 'PARTIALLY_PAID') and not belowMinimum",
                        LocalDate.class)
                .setParameter(1, payer)
                .getResultList();
    }

    /** Read without being kept: it is locked later, as it is then. */
    List<InvoiceParty> byNumber(@Nullable String legalEntity, long number) {
        var of = legalEntity == null ? "" : " and legalEntity = ?2";
        var query = getEntityManager()
                .createQuery(
                        "select id, accountId, total.currency from Invoice where number = ?1" + of + " order by id",
                        InvoiceParty.class)
                .setParameter(1, number);
        return (legalEntity == null ? query : query.setParameter(2, legalEntity)).getResultList();
    }

    List<InvoiceParty> withDue(Money due) {
        return getEntityManager()
                .createQuery(
                        "select id, accountId, total.currency from Invoice where status in ('FINALIZED',"
                                + " 'PARTIALLY_PAID') and total.currency = ?1 and total.minor - paidMinor = ?2"
                                + " order by dueDate, id",
                        InvoiceParty.class)
                .setParameter(1, due.currency())
                .setParameter(2, due.minor())
                .setMaxResults(20)
                .getResultList();
    }
}
