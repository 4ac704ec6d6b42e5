package dev.rivulet.subscription.metrics;

import dev.rivulet.kit.money.Money;
import dev.rivulet.kit.tenancy.Tenants;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

@ApplicationScoped
class MrrMovementRepository implements PanacheRepositoryBase<MrrMovement, UUID> {

    private final Tenants tenants;

    MrrMovementRepository(Tenants tenants) {
        this.tenants = tenants;
    }

    /** An account's revenue, and how many movements it has had. */
    record Balance(long minor, long moves) {

        Balance moved() {
            return new Balance(minor, moves + 1);
        }
    }

    /** The account's revenue; its row stays locked until the transaction ends, so that movements queue. */
    Balance lock(UUID accountId, Currency currency) {
        var row = (Object[]) getEntityManager()
                .createNativeQuery("INSERT INTO mrr_balance AS b (tenant_id, account_id, minor, currency, moves)"
                        + " VALUES (:tenant, :account, 0, :currency, 0) ON CONFLICT (tenant_id, account_id)"
                        // Changes nothing, but locks the row and returns it.
                        + " DO UPDATE SET moves = b.moves RETURNING minor, moves")
                .setParameter("tenant", tenants.current())
                .setParameter("account", accountId)
                .setParameter("currency", currency.getCurrencyCode())
                .getSingleResult();
        return new Balance(((Number) row[0]).longValue(), ((Number) row[1]).longValue());
    }

    /** Sets what the account has become; its row is locked. */
    void keep(UUID accountId, Balance balance) {
        getEntityManager()
                .createNativeQuery("UPDATE mrr_balance SET minor = :minor, moves = :moves"
                        + " WHERE tenant_id = :tenant AND account_id = :account")
                .setParameter("tenant", tenants.current())
                .setParameter("account", accountId)
                .setParameter("minor", balance.minor())
                .setParameter("moves", balance.moves())
                .executeUpdate();
    }

    boolean isBooked(UUID subscriptionId, String cause, LocalDate on) {
        return count("subscriptionId = ?1 and cause = ?2 and effectiveOn = ?3", subscriptionId, cause, on) > 0;
    }

    /** By how much a subscription's revenue has changed on which days. */
    SortedMap<LocalDate, Long> byDay(UUID subscriptionId) {
        var days = new TreeMap<LocalDate, Long>();
        getEntityManager()
                .createQuery(
                        "select movedOn, sum(amount.minor) from MrrMovement where subscriptionId = :subscription"
                                + " group by movedOn",
                        Object[].class)
                .setParameter("subscription", subscriptionId)
                .getResultStream()
                .forEach(row -> days.put((LocalDate) row[0], ((Number) row[1]).longValue()));
        return days;
    }

    MrrFacts lastFacts(UUID subscriptionId) {
        return find("subscriptionId = ?1 order by id desc", subscriptionId)
                .page(0, 1)
                .firstResultOptional()
                .map(MrrMovement::facts)
                .orElse(MrrFacts.NONE);
    }

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
