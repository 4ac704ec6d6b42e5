package dev.rivulet.success.score.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * What one component adds to the score.
 *
 * @param weight in the model, percent
 * @param value 0 to 100; null when missing
 * @param effectiveWeight after the weights of missing components went to the others, percent, two decimals
 * @param contribution points of the score, one decimal; null when there is no score
 */
public record Contribution(
        Component component,
        int weight,
        @Nullable BigDecimal value,
        BigDecimal effectiveWeight,
        @Nullable BigDecimal contribution) {

    /** Points the score would gain were the component at its best; 0 when missing. */
    public BigDecimal drag() {
        return value == null
                ? BigDecimal.ZERO
                : effectiveWeight
                        .multiply(BigDecimal.valueOf(100).subtract(value))
                        .divide(BigDecimal.valueOf(100), 1, RoundingMode.HALF_UP);
    }
}
