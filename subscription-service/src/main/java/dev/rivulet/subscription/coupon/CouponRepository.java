package dev.rivulet.subscription.coupon;

import dev.rivulet.kit.problem.Rejected;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class CouponRepository implements PanacheRepositoryBase<Coupon, UUID> {

    Coupon get(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> Rejected.notFound("coupon", id));
    }

    boolean has(String code) {
        return count("code", code) > 0;
    }

    /** Redemptions of a coupon queue here. */
    Optional<Coupon> lock(String code) {
        return find("code", code).withLock(LockModeType.PESSIMISTIC_WRITE).firstResultOptional();
    }

    List<Coupon> list(UUID after, int limit) {
        return find("id > ?1 order by id", after).page(0, limit).list();
    }
}
