package dev.rivulet.subscription.offer;

import dev.rivulet.kit.money.Money;
import dev.rivulet.subscription.rating.domain.BillingPeriod;
import dev.rivulet.subscription.rating.domain.Timing;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A published version of a plan; it never changes.
 *
 * @param price the list price of a period, however much is bought
 * @param timing when a period is charged, where a component's price does not say otherwise
 * @param phases after the trial, in order, before the evergreen price
 * @param fixedTermPeriods after so many periods a subscription ends by itself; null for without end
 * @param minimumCommitment the least that all components of a period come to; null for none
 * @param publishedAt null until the catalog's event that tells it has come
 */
public record PlanVersion(
        int number,
        String name,
        Money price,
        BillingPeriod period,
        int trialDays,
        Timing timing,
        List<PlanPhase> phases,
        @Nullable Integer fixedTermPeriods,
        @Nullable Money minimumCommitment,
        Rollout rollout,
        @Nullable Instant publishedAt) {

    public PlanVersion {
        phases = List.copyOf(phases);
    }

    /** Whether some of its own amounts, which are in the currency of its list price, would be wrong in another. */
    boolean isBoundToItsCurrency() {
        return minimumCommitment != null || phases.stream().anyMatch(phase -> phase.price() != null);
    }
}
