package dev.rivulet.subscription.offer;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class ActivityRepository implements PanacheRepositoryBase<OfferActivity, UUID> {

    List<String> codesOf(UUID product) {
        return getEntityManager()
                .createQuery("select distinct code from OfferActivity where productId = :product", String.class)
                .setParameter("product", product)
                .getResultList();
    }
}
