package dev.rivulet.success.score.domain;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The weighted mean of what is known. A missing component is not a zero: its weight goes to the others in proportion,
 * and the coverage tells how much was known. An observation that has aged weighs less and so is missing in part.
 *
 * @param minimumCoverage share of the weight, 0 to 1, that must be known for a score to be given
 */
public record ScoreModel(Map<Component, Criterion> criteria, BigDecimal minimumCoverage, Thresholds thresholds) {

    /** What every tenant begins with; never changed, for scores of the past are explained by it. */
    public static final ScoreModel BUILT_IN = new ScoreModel(
            Map.of(
                    Component.LICENCES,
                    new Criterion(40, new LinearScale(BigDecimal.ZERO, new BigDecimal("0.8")), null),
                    Component.NPS,
                    new Criterion(30, new LinearScale(BigDecimal.ZERO, BigDecimal.TEN), null),
                    Component.PAYMENT,
                    new Criterion(30, new LinearScale(BigDecimal.valueOf(30), BigDecimal.ZERO), null)),
            new BigDecimal("0.5"),
            new Thresholds(BigDecimal.valueOf(70), BigDecimal.valueOf(50)));

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    public ScoreModel {
        if (criteria.isEmpty()) {
            throw new IllegalArgumentException("a model needs components");
        }
        criteria = Collections.unmodifiableMap(new EnumMap<>(criteria));
    }

    public Score score(Inputs inputs) {
        var terms = terms(inputs);
        var known = weight(terms);
        var whole = criteria.values().stream().mapToLong(Criterion::weight).sum() * Decay.WHOLE;
        var coverage = BigDecimal.valueOf(known).divide(BigDecimal.valueOf(whole), 4, RoundingMode.HALF_UP);
        var scored = known > 0 && coverage.compareTo(minimumCoverage) >= 0;
        var tenths = scored ? shares(terms, known) : List.<Integer>of();
        var contributions = new ArrayList<Contribution>();
        criteria.forEach((component, criterion) -> {
            var term = terms.get(component);
            contributions.add(new Contribution(
                    component,
                    criterion.weight(),
                    term == null ? null : BigDecimal.valueOf(term.value(), Scale.DECIMALS),
                    effective(term, known),
                    scored ? BigDecimal.valueOf(tenths.get(contributions.size()), 1) : null));
        });
        var score = tenths.stream().mapToInt(share -> share).sum();
        return new Score(scored ? BigDecimal.valueOf(score, 1) : null, coverage, List.copyOf(contributions));
    }

    /** Null without a score. */
    public @Nullable ScoreBand band(@Nullable BigDecimal score) {
        return score == null ? null : thresholds.band(score);
    }

    /** The components that are known and part of the model. */
    Map<Component, Term> terms(Inputs inputs) {
        var terms = new EnumMap<Component, Term>(Component.class);
        criteria.forEach((component, criterion) -> {
            var input = inputs.of(component);
            if (input != null) {
                terms.put(component, Term.of(criterion, input));
            }
        });
        return terms;
    }

    static long weight(Map<Component, Term> terms) {
        return terms.values().stream().mapToLong(Term::weight).sum();
    }

    private static BigDecimal effective(@Nullable Term term, long known) {
        return term == null || known == 0
                ? BigDecimal.ZERO.setScale(2)
                : BigDecimal.valueOf(term.weight())
                        .multiply(HUNDRED)
                        .divide(BigDecimal.valueOf(known), 2, RoundingMode.HALF_UP);
    }

    /** The contributions in tenths of a point: the score is rounded once, HALF_UP, and what is shown adds up to it. */
    private List<Integer> shares(Map<Component, Term> terms, long known) {
        var products = criteria.keySet().stream()
                .map(terms::get)
                .map(term -> term == null ? BigInteger.ZERO : term.product())
                .toList();
        var divisor = BigInteger.valueOf(known).multiply(BigInteger.valueOf(Term.TENTH));
        var total = new BigDecimal(products.stream().reduce(BigInteger.ZERO, BigInteger::add))
                .divide(new BigDecimal(divisor), 0, RoundingMode.HALF_UP)
                .intValueExact();
        return LargestRemainder.split(products, divisor, total);
    }
}
