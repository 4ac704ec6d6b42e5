package dev.rivulet.catalog.sale;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class SaleRepository implements PanacheRepositoryBase<SoldSubscription, UUID> {

    /** Subscriptions that run on the same terms. */
    record Running(
            int planVersion,
            long priceMinor,
            Currency currency,
            String period,
            @Nullable LocalDate endDate,
            long subscriptions) {}

    long ownCustomers(UUID product) {
        return getEntityManager()
                .createQuery(
                        "select count(distinct accountId) from SoldSubscription where productId = :product"
                                + " and partnerId is null",
                        Long.class)
                .setParameter("product", product)
                .getSingleResult();
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
