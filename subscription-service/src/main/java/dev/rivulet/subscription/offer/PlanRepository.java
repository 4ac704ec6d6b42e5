package dev.rivulet.subscription.offer;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class PlanRepository implements PanacheRepositoryBase<OfferPlan, UUID> {

    List<OfferPlan> published(@Nullable UUID productId, UUID after, int limit) {
        return find(
                        "status = ?1 and id > ?2 and (cast(?3 as uuid) is null or productId = ?3) order by id",
                        OfferPlan.PUBLISHED,
                        after,
                        productId)
                .page(0, limit)
                .list();
    }
}
