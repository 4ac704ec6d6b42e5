package dev.rivulet.subscription.commission;

import dev.rivulet.kit.money.Money;
import dev.rivulet.subscription.commission.CommissionEntry.Kind;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class CommissionEntryRepository implements PanacheRepositoryBase<CommissionEntry, UUID> {

    /** What entries add up to. */
    record Sum(Money total, int entries) {}

    /** What some lines earned and what was taken back, the oldest first. */
    List<CommissionEntry> ofLines(UUID invoiceId, Collection<UUID> lineIds) {
        return find("invoiceId = ?1 and invoiceLineId in ?2 order by id", invoiceId, lineIds)
                .list();
    }

    /** What some lines earned, locked: of two that take back the second sees what the first took. */
    List<CommissionEntry> lockAccruals(UUID invoiceId, Collection<UUID> lineIds) {
        return find(
                        "invoiceId = ?1 and invoiceLineId in ?2 and kind = ?3 order by id",
                        invoiceId,
                        lineIds,
                        Kind.ACCRUAL)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    List<CommissionEntry> list(
            @Nullable UUID partnerId, @Nullable UUID subscriptionId, @Nullable UUID invoiceId, UUID after, int limit) {
        var query = new StringBuilder("id > :after");
        var parameters = new HashMap<String, Object>();
        parameters.put("after", after);
        if (partnerId != null) {
            query.append(" and partnerId = :partner");
            parameters.put("partner", partnerId);
        }
        if (subscriptionId != null) {
            query.append(" and subscriptionId = :subscription");
            parameters.put("subscription", subscriptionId);
        }
        if (invoiceId != null) {
            query.append(" and invoiceId = :invoice");
            parameters.put("invoice", invoiceId);
        }
        return find(query + " order by id", parameters).page(0, limit).list();
    }

    /** What stands in a final statement, or what a draft would take now. */
    List<CommissionEntry> of(Statement statement, UUID after, int limit) {
        return (statement.isFinal()
                        ? find("statementId = ?1 and id > ?2 order by id", statement.id, after)
                        : find(
                                "statementId is null and partnerId = ?1 and amount.currency = ?2 and earnedOn < ?3"
                                        + " and id > ?4 order by id",
                                statement.partnerId,
                                statement.currency,
                                statement.monthEnd(),
                                after))
                .page(0, limit)
                .list();
    }

    Sum sum(Statement draft) {
        var row = getEntityManager()
                .createQuery(
                        "select coalesce(sum(amount.minor), 0), count(*) from CommissionEntry where statementId is null"
                                + " and partnerId = :partner and amount.currency = :currency and earnedOn < :end",
                        Object[].class)
                .setParameter("partner", draft.partnerId)
                .setParameter("currency", draft.currency)
                .setParameter("end", draft.monthEnd())
                .getSingleResult();
        return new Sum(new Money(((Number) row[0]).longValue(), draft.currency), ((Number) row[1]).intValue());
    }

    /** Puts into a statement what it would take now; how much and how many that is. */
    Sum take(Statement statement) {
        var row = (Object[]) getEntityManager()
                .createNativeQuery(
                        "WITH taken AS (UPDATE commission_entry SET statement_id = :statement WHERE tenant_id = :tenant"
                                + " AND statement_id IS NULL AND partner_id = :partner AND currency = :currency"
                                + " AND earned_on < :end RETURNING amount_minor)"
                                + " SELECT coalesce(sum(amount_minor), 0), count(*) FROM taken",
                        Object[].class)
                .setParameter("statement", statement.id)
                .setParameter("tenant", statement.tenant)
                .setParameter("partner", statement.partnerId)
                .setParameter("currency", statement.currency.getCurrencyCode())
                .setParameter("end", statement.monthEnd())
                .getSingleResult();
        return new Sum(new Money(((Number) row[0]).longValue(), statement.currency), ((Number) row[1]).intValue());
    }
}
