package dev.rivulet.success.cohort.domain;

import org.apache.commons.numbers.combinatorics.LogBinomialCoefficient;
import org.apache.commons.numbers.gamma.LogBeta;

/**
 * How many of n stay when the share that stays is itself uncertain: beta distributed. P(k) = C(n, k) · B(k + α, n − k +
 * β) / B(α, β), in logarithms, because the terms themselves leave the range of a double long before their ratio does.
 */
public record BetaBinomial(int n, double alpha, double beta) {

    public BetaBinomial {
        if (n < 0 || !(alpha > 0) || !(beta > 0)) {
            throw new IllegalArgumentException("beta-binomial of " + n + ", " + alpha + ", " + beta);
        }
    }

    public double probability(int k) {
        return Math.exp(LogBinomialCoefficient.value(n, k)
                + LogBeta.value(k + alpha, n - k + beta)
                - LogBeta.value(alpha, beta));
    }

    /** The mid-probability of less than k. */
    public Position position(int k) {
        // The shorter side is summed up; both together are 1.
        if (k <= n / 2) {
            return new Position(sum(0, k) + probability(k) / 2);
        }
        return new Position(1 - sum(k + 1, n + 1) - probability(k) / 2);
    }

    private double sum(int from, int to) {
        var sum = 0.0;
        for (var k = from; k < to; k++) {
            sum += probability(k);
        }
        return sum;
    }
}
