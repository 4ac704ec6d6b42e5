package dev.rivulet.subscription.lifecycle;

import dev.rivulet.kit.clock.TenantClock;
import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.subscription.lifecycle.PlanRollouts.Open;
import dev.rivulet.subscription.offer.Offers;
import dev.rivulet.subscription.offer.PlanVersion;
import dev.rivulet.subscription.offer.Rollout.Policy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.jspecify.annotations.Nullable;

/** Sends a version on its way to those who subscribed before that was published for new ones alone. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class RollingOut {

    private static final int MONTHS_AHEAD = 36;

    private final Offers offers;
    private final PlanRollouts rollouts;
    private final TenantClock clock;

    RollingOut(Offers offers, PlanRollouts rollouts, TenantClock clock) {
        this.offers = offers;
        this.rollouts = rollouts;
        this.clock = clock;
    }

    /** The id of what is on its way from now on. */
    UUID begin(PlanRolloutRequest request) {
        var version = version(request.planId(), request.planVersion(), "/planVersion");
        var rollout = rollout(request.planId(), request.planVersion(), request.from(), "/from");
        var publishedAt = Objects.requireNonNullElseGet(version.publishedAt(), clock::now);
        if (!rollouts.begin(rollout, version.name(), publishedAt)) {
            throw Rejected.conflict("plan-rollout-exists", rollout.version());
        }
        return rollout.id();
    }

    /** What could be sent on its way, as a query asks for it. */
    Open possible(UUID planId, int number, @Nullable LocalDate from) {
        version(planId, number, "?planVersion");
        var rollout = rollout(planId, number, from, "?from");
        if (rollouts.isOnItsWay(rollout)) {
            throw Rejected.conflict("plan-rollout-exists", number);
        }
        return rollout;
    }

    private PlanVersion version(UUID planId, int number, String pointer) {
        return offers.version(planId, number)
                .orElseThrow(() -> Rejected.unprocessable("plan-version-not-published", pointer, planId, number));
    }

    private Open rollout(UUID planId, int version, @Nullable LocalDate from, String pointer) {
        var earliest = clock.today(ZoneOffset.UTC);
        var latest = earliest.plusMonths(MONTHS_AHEAD);
        if (from != null && (from.isBefore(earliest) || from.isAfter(latest))) {
            throw Rejected.unprocessable("effective-date-range", pointer, earliest, latest);
        }
        var policy = from == null ? Policy.AT_RENEWAL : Policy.FROM;
        return new Open(UuidVersion7Strategy.INSTANCE.generateUuid(null), planId, version, policy, from, false);
    }
}
