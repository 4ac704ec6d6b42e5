package dev.rivulet.catalog.sale;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class SaleRepository implements PanacheRepositoryBase<SoldSubscription, UUID> {

    /** How often one thing was sold. */
    record Wins(UUID of, long subscriptions) {}

    /** Subscriptions that run on the same terms. */
    record Running(
            int planVersion,
            long priceMinor,
            Currency currency,
            String period,
            @Nullable LocalDate endDate,
            long subscriptions) {}

    List<Wins> ofPropositions(Collection<UUID> propositions) {
        return getEntityManager()
                .createQuery(
                        "select propositionId, count(*) from SoldSubscription where propositionId in :propositions"
                                + " group by propositionId",
                        Wins.class)
                .setParameter("propositions", propositions)
                .getResultList();
    }

    List<Running> running(UUID plan) {
        return getEntityManager()
                .createQuery(
                        "select planVersion, price.minor, price.currency, period, endDate, count(*)"
                                + " from SoldSubscription where planId = :plan and status = :active"
                                + " group by planVersion, price.minor, price.currency, period, endDate"
                                + " order by planVersion, price.currency, price.minor, period, endDate nulls first",
                        Running.class)
                .setParameter("plan", plan)
                .setParameter("active", SoldSubscription.ACTIVE)
                .getResultList();
    }
}
