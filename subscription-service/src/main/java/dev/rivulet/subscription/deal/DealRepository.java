package dev.rivulet.subscription.deal;

import dev.rivulet.kit.money.Money;
import dev.rivulet.kit.paging.Cursor;
import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.subscription.deal.domain.DealStage;
import dev.rivulet.subscription.deal.domain.Pipeline;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class DealRepository implements PanacheRepositoryBase<Deal, UUID> {

    Deal get(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> Rejected.notFound("deal", id));
    }

    Deal lock(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(() -> Rejected.notFound("deal", id));
    }

    /** Writes the deal at once; false when its registration has a deal already. The transaction must not go on then. */
    boolean addIfNew(Deal deal) {
        try {
            persistAndFlush(deal);
            return true;
        } catch (ConstraintViolationException e) {
            if ("deal_of_registration".equals(e.getConstraintName())) {
                return false;
            }
            throw e;
        }
    }

    List<Deal> list(DealFilter filter, @Nullable UUID only, DealOrder order, @Nullable Cursor place, int limit) {
        var parameters = new HashMap<String, Object>();
        var query = filter.conditions(only, parameters);
        if (place != null) {
            query += " and " + order.after(place, parameters);
        }
        return find(query + " order by " + order.orderBy(), parameters)
                .page(0, limit)
                .list();
    }

    List<Pipeline.Step> pipeline(DealFilter filter, @Nullable UUID only) {
        var parameters = new HashMap<String, Object>();
        var query = getEntityManager()
                .createQuery(
                        "select stage, expected.currency, count(*), sum(expected.minor) from Deal where "
                                + filter.conditions(only, parameters)
                                + " and closedAt is null group by stage, expected.currency",
                        Object[].class);
        parameters.forEach(query::setParameter);
        return query.getResultStream()
                .map(row -> new Pipeline.Step(
                        (DealStage) row[0],
                        ((Number) row[2]).longValue(),
                        new Money(((Number) row[3]).longValue(), (Currency) row[1])))
                .toList();
    }

    /** No deal keeps the person with this address any more. */
    void forget(String email) {
        update(
                "update versioned Deal set prospectContact = null, prospectEmail = null"
                        + " where lower(prospectEmail) = lower(?1)",
                email);
    }
}
