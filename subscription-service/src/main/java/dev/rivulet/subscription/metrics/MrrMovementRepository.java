package dev.rivulet.subscription.metrics;

import dev.rivulet.kit.money.Money;
import dev.rivulet.kit.tenancy.Tenants;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class MrrMovementRepository implements PanacheRepositoryBase<MrrMovement, UUID> {

    private final Tenants tenants;

    MrrMovementRepository(Tenants tenants) {
        this.tenants = tenants;
    }

    /** An account's revenue after a change, and how many changes it has had. */
    record Balance(long minor, long moves) {}

    /** Adds to the account's revenue; its row stays locked until the transaction ends, so that movements queue. */
    Balance add(UUID accountId, Money change) {
        var row = (Object[]) getEntityManager()
                .createNativeQuery("INSERT INTO mrr_balance AS b (tenant_id, account_id, minor, currency, moves)"
                        + " VALUES (:tenant, :account, greatest(:minor, 0), :currency, 1)"
                        // The check of the row to insert comes before the conflict, so that a loss must not be there.
                        + " ON CONFLICT (tenant_id, account_id)"
                        + " DO UPDATE SET minor = b.minor + :minor, moves = b.moves + 1"
                        + " RETURNING minor, moves")
                .setParameter("tenant", tenants.current())
                .setParameter("account", accountId)
                .setParameter("minor", change.minor())
                .setParameter("currency", change.currency().getCurrencyCode())
                .getSingleResult();
        return new Balance(((Number) row[0]).longValue(), ((Number) row[1]).longValue());
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
}
