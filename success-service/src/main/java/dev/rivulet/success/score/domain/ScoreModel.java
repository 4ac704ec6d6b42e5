package dev.rivulet.success.score.domain;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The weighted mean of what is known. A missing component is not a zero: its weight goes to the others in proportion,
 * and the coverage tells how much was known.
 */
public record ScoreModel(Map<Component, Integer> weights, BigDecimal minimumCoverage) {

    public ScoreModel {
        if (weights.isEmpty() || weights.values().stream().anyMatch(weight -> weight <= 0)) {
            throw new IllegalArgumentException("weights must be positive: " + weights);
        }
        weights = Map.copyOf(weights);
    }

    /** @param values 0 to 100 each; missing components are left out */
    public Score score(Map<Component, BigDecimal> values) {
        var ordered = new EnumMap<Component, Integer>(weights);
        var total = weights.values().stream().mapToInt(weight -> weight).sum();
        var known = ordered.entrySet().stream()
                .filter(entry -> values.containsKey(entry.getKey()))
                .mapToInt(Map.Entry::getValue)
                .sum();
        var coverage = BigDecimal.valueOf(known).divide(BigDecimal.valueOf(total), 4, RoundingMode.HALF_UP);
        var scored = known > 0 && coverage.compareTo(minimumCoverage) >= 0;
        var tenths = scored ? shares(ordered, values, known) : List.<Integer>of();
        var contributions = new ArrayList<Contribution>();
        ordered.forEach((component, weight) -> contributions.add(new Contribution(
                component,
                weight,
                values.get(component),
                values.containsKey(component)
                        ? BigDecimal.valueOf(weight * 100L).divide(BigDecimal.valueOf(known), 2, RoundingMode.HALF_UP)
                        : BigDecimal.ZERO.setScale(2),
                scored ? BigDecimal.valueOf(tenths.get(contributions.size()), 1) : null)));
        var score = tenths.stream().mapToInt(share -> share).sum();
        return new Score(scored ? BigDecimal.valueOf(score, 1) : null, coverage, List.copyOf(contributions));
    }

    /**
     * The contributions in tenths of a point. The score is rounded once, HALF_UP; the contributions are cut and the
     * tenths then lacking go to the largest remainders, so that what is shown adds up.
     */
    private static List<Integer> shares(Map<Component, Integer> weights, Map<Component, BigDecimal> values, int known) {
        var exact = weights.entrySet().stream()
                .map(entry -> values.getOrDefault(entry.getKey(), BigDecimal.ZERO)
                        .multiply(BigDecimal.valueOf(entry.getValue() * 10L)))
                .toList();
        var divisor = BigDecimal.valueOf(known);
        var total = exact.stream()
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .divide(divisor, 0, RoundingMode.HALF_UP)
                .toBigInteger();
        var shares = new ArrayList<Integer>();
        var remainders = new ArrayList<BigDecimal>();
        for (var points : exact) {
            var parts = points.divideAndRemainder(divisor);
            shares.add(parts[0].intValueExact());
            remainders.add(parts[1]);
        }
        var lacking = total.subtract(
                BigInteger.valueOf(shares.stream().mapToInt(share -> share).sum()));
        IntStream.range(0, shares.size())
                .boxed()
                .sorted(Comparator.comparing(remainders::get).reversed())
                .limit(lacking.longValueExact())
                .forEach(i -> shares.set(i, shares.get(i) + 1));
        return shares;
    }
}
