package dev.rivulet.catalog.channel;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

@ApplicationScoped
class WonDealRepository implements PanacheRepositoryBase<WonDeal, UUID> {

    /** How many customers ever bought the product; several subscriptions of one are one. */
    long customers(UUID product) {
        return getEntityManager()
                .createQuery("select count(distinct accountId) from WonDeal where productId = :product", Long.class)
                .setParameter("product", product)
                .getSingleResult();
    }
}
