package dev.rivulet.success.score.domain;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Rounds fractions to whole numbers of a given sum: each is cut, and what then lacks goes to the largest remainders. */
final class LargestRemainder {

    private LargestRemainder() {}

    /**
     * The parts in whole numbers.
     *
     * @param numerators of fractions with one divisor
     * @param total less than 1 away from the sum of the fractions; with no more than one whole number to each fraction
     *     that has a remainder it is always met
     */
    static List<Integer> split(List<BigInteger> numerators, BigInteger divisor, int total) {
        var shares = new ArrayList<Integer>();
        var remainders = new ArrayList<BigInteger>();
        var cut = 0;
        for (var numerator : numerators) {
            var remainder = numerator.mod(divisor);
            var share = numerator.subtract(remainder).divide(divisor).intValueExact();
            shares.add(share);
            remainders.add(remainder);
            cut += share;
        }
        IntStream.range(0, shares.size())
                .boxed()
                .sorted(Comparator.comparing(remainders::get).reversed())
                .limit(total - cut)
                .forEach(i -> shares.set(i, shares.get(i) + 1));
        return shares;
    }
}
