package dev.rivulet.subscription.lifecycle;

import dev.rivulet.subscription.lifecycle.PlanRollouts.Open;
import dev.rivulet.subscription.lifecycle.SubscriptionChange.Kind;
import dev.rivulet.subscription.offer.Rollout;
import dev.rivulet.subscription.rating.domain.PlanTerms;
import dev.rivulet.subscription.rating.domain.VersionChange;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Brings one subscription to a newer version of its plan, priced again for its own buyer. One at rest comes to it too,
 * and pays it when it goes on; one that ends does not renew and keeps what it has.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class VersionChanging {

    private final Amendments amendments;
    private final Pricing pricing;

    VersionChanging(Amendments amendments, Pricing pricing) {
        this.amendments = amendments;
        this.pricing = pricing;
    }

    /** The first day of the new version; null where it is left out. */
    @Nullable
    LocalDate change(UUID id, Open rollout) {
        var held = amendments.hold(id);
        var subscription = held.subscription();
        if (subscription.status == SubscriptionStatus.CANCELLED) {
            return null;
        }
        var change = new VersionChange(rollout.planId(), rollout.version());
        var day = change.day(held.timeline(), earliest(rollout, held.today())).orElse(null);
        if (day == null) {
            return null;
        }
        var buyer = subscription.buyer(held.payer());
        var priced = new HashMap<Long, PlanTerms>();
        var wanted = change.apply(
                held.timeline(),
                day,
                seats -> priced.computeIfAbsent(
                        seats,
                        some -> pricing.version(rollout.planId(), rollout.version(), buyer, some, day)
                                .terms()));
        amendments.apply(held, Kind.PRICE_VERSION, day, wanted, "version " + rollout.version() + " from " + day);
        return day;
    }

    /** What has begun today is charged already: only a day that was named can still be today. */
    private static LocalDate earliest(Open rollout, LocalDate today) {
        var from = rollout.policy() == Rollout.Policy.FROM ? rollout.from() : null;
        return from != null && !from.isBefore(today) ? from : today.plusDays(1);
    }
}
