package dev.rivulet.subscription.threshold.domain;

import dev.rivulet.kit.money.Money;
import java.math.BigDecimal;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * From how much usage on a subscription is asked for it at once. What was asked for does not count any more, so that the
 * same threshold is passed again by as much usage again.
 *
 * @param amount what usage of all metrics together costs; null where only a quantity counts
 * @param metric whose quantity counts; null where only the amount does
 */
public record Threshold(
        @Nullable Money amount,
        @Nullable String metric,
        @Nullable BigDecimal quantity) {

    public Threshold {
        if ((metric == null) != (quantity == null) || (amount == null && quantity == null)) {
            throw new IllegalArgumentException("a threshold of " + amount + ", " + quantity + " of " + metric);
        }
    }

    /** Usage that was not asked for yet. */
    public record Unbilled(String metric, BigDecimal quantity, Money amount) {}

    /** Whether a subscription's usage has reached it. */
    public boolean isPassed(Collection<Unbilled> usage) {
        return isPassedByAmount(usage) || isPassedByQuantity(usage);
    }

    private boolean isPassedByAmount(Collection<Unbilled> usage) {
        var sum = usage.stream().map(Unbilled::amount).reduce(Money::plus);
        return amount != null && sum.isPresent() && sum.get().compareTo(amount) >= 0;
    }

    private boolean isPassedByQuantity(Collection<Unbilled> usage) {
        // Two components may be priced by one metric: each has seen all of its usage.
        return quantity != null
                && usage.stream()
                        .anyMatch(each ->
                                each.metric().equals(metric) && each.quantity().compareTo(quantity) >= 0);
    }
}
