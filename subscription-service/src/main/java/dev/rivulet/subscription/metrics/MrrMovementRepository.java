package dev.rivulet.subscription.metrics;

import dev.rivulet.kit.money.Money;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class MrrMovementRepository implements PanacheRepositoryBase<MrrMovement, UUID> {

    List<MrrMovement> entries(LocalDate from, LocalDate to, UUID after, int limit) {
        return find("movedOn >= ?1 and movedOn <= ?2 and id > ?3 order by id", from, to, after)
                .page(0, limit)
                .list();
    }

    /** Revenue at the end of a day, by currency in alphabetical order; currencies that came to zero are left out. */
    List<Money> total(LocalDate asOf) {
        return getEntityManager()
                .createQuery(
                        "select amount.currency, sum(amount.minor) from MrrMovement where movedOn <= :asOf"
                                + " group by amount.currency having sum(amount.minor) <> 0 order by amount.currency",
                        Object[].class)
                .setParameter("asOf", asOf)
                .getResultStream()
                .map(row -> new Money(((Number) row[1]).longValue(), (Currency) row[0]))
                .toList();
    }

    /** The day of the last movement, but no earlier than a given day. */
    LocalDate latestDay(LocalDate atLeast) {
        var last = getEntityManager()
                .createQuery("select max(movedOn) from MrrMovement", LocalDate.class)
                .getSingleResult();
        return last == null || last.isBefore(atLeast) ? atLeast : last;
    }

    /** A subscription's revenue after its last movement. */
    Money of(UUID subscriptionId, Currency currency) {
        var sum = getEntityManager()
                .createQuery(
                        "select coalesce(sum(m.amount.minor), 0) from MrrMovement m where m.subscriptionId = :id",
                        Long.class)
                .setParameter("id", subscriptionId)
                .getSingleResult();
        return new Money(sum, currency);
    }
}
