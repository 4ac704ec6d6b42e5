package dev.rivulet.success.cohort.domain;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The q values of Benjamini and Hochberg: of the findings with q below 0.05 at most one in twenty is to be expected to
 * be chance, however many were tested at once.
 */
public final class FalseDiscovery {

    private FalseDiscovery() {}

    /** A q value for each p value, in the same order. */
    public static double[] q(double... p) {
        var order = IntStream.range(0, p.length)
                .boxed()
                .sorted((one, other) -> p[one] < p[other] ? -1 : p[one] > p[other] ? 1 : one - other)
                .mapToInt(Integer::intValue)
                .toArray();
        var q = new double[p.length];
        Arrays.fill(q, 1);
        var least = 1.0;
        for (var rank = p.length; rank > 0; rank--) {
            var at = order[rank - 1];
            least = Math.min(least, p[at] * p.length / rank);
            q[at] = least;
        }
        return q;
    }
}
