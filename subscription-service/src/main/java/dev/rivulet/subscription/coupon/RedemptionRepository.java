package dev.rivulet.subscription.coupon;

import dev.rivulet.kit.problem.Rejected;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class RedemptionRepository implements PanacheRepositoryBase<Redemption, UUID> {

    Redemption get(UUID account, UUID id) {
        return find("accountId = ?1 and id = ?2 and removedAt is null", account, id)
                .firstResultOptional()
                .orElseThrow(() -> Rejected.notFound("redemption", id));
    }

    List<Redemption> list(UUID account, UUID after, int limit) {
        return find("accountId = ?1 and removedAt is null and id > ?2 order by id", account, after)
                .page(0, limit)
                .list();
    }

    long count(Coupon coupon, UUID account) {
        return count("coupon = ?1 and accountId = ?2", coupon, account);
    }
}
