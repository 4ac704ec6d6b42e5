package dev.rivulet.kit.price;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * That there is no price, and why.
 *
 * @param component the first one that the buyer would have to pay and that has none; null when it is not about one
 */
public record Unpriced(NoPrice reason, @Nullable String component) {

    /** Null when the components that are for the buyer have prices, and there is one at least. */
    public static @Nullable Unpriced of(List<Verdict> verdicts) {
        for (var verdict : verdicts) {
            if (verdict.winner() == null && verdict.isForTheBuyer()) {
                return new Unpriced(NoPrice.of(verdict), verdict.component());
            }
        }
        if (verdicts.isEmpty()) {
            return new Unpriced(NoPrice.PLAN_NOT_PUBLISHED, null);
        }
        return verdicts.stream().allMatch(verdict -> verdict.winner() == null)
                ? new Unpriced(NoPrice.NOT_OFFERED_TO_BUYER, null)
                : null;
    }
}
