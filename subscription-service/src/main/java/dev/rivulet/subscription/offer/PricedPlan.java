package dev.rivulet.subscription.offer;

import dev.rivulet.kit.price.Unpriced;
import dev.rivulet.kit.price.Verdict;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a plan costs a buyer on a day.
 *
 * @param addOnOf the plan this one is bought in addition to; never changes
 * @param version the version whose list price is the one of that day, and whose terms hold
 * @param components what the buyer pays, {@code base} first; empty when there is no price
 * @param unpriced why there is no price, and of which component; null when there is one
 * @param verdicts every component, also those that are only for others, with every candidate and why it lost
 */
public record PricedPlan(
        UUID planId,
        UUID productId,
        @Nullable UUID addOnOf,
        PlanVersion version,
        List<PricedComponent> components,
        @Nullable Unpriced unpriced,
        List<Verdict> verdicts) {

    public PricedPlan {
        components = List.copyOf(components);
        verdicts = List.copyOf(verdicts);
    }

    public boolean isPriced() {
        return unpriced == null;
    }
}
