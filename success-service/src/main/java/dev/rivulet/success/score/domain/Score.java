package dev.rivulet.success.score.domain;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A Customer Score with its explanation.
 *
 * @param score 0 to 100, one decimal; null while the coverage is below the model's minimum
 * @param coverage share of the model's weight that is known, 0 to 1, four decimals
 * @param contributions of every component of the model; those of a score add up to it exactly
 */
public record Score(@Nullable BigDecimal score, BigDecimal coverage, List<Contribution> contributions) {}
