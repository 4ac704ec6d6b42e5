package dev.rivulet.success.score.domain;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The exact fractions of a {@link ScoreDelta}, all with the divisor W W'. */
final class DeltaSteps {

    private final ScoreModel after;
    private final Inputs from;
    private final Map<Component, Term> was;
    private final Map<Component, Term> is;
    private final BigInteger weightBefore;
    private final BigInteger weightAfter;

    DeltaSteps(ScoreModel before, Inputs from, ScoreModel after, Inputs to) {
        this.after = after;
        this.from = from;
        this.was = before.terms(from);
        this.is = after.terms(to);
        this.weightBefore = BigInteger.valueOf(ScoreModel.weight(was));
        this.weightAfter = BigInteger.valueOf(ScoreModel.weight(is));
    }

    /** A fraction's numerator. */
    record Step(Component component, Cause cause, BigInteger numerator) {}

    /** All that are not 0. */
    record Steps(List<Step> list, BigInteger divisor) {}

    Steps steps() {
        var found = new ArrayList<Step>();
        var judged = judged();
        // Σ w u, which is the mean so far times W.
        var mean = was.entrySet().stream()
                .map(entry -> product(entry.getValue().weight(), judged.getOrDefault(entry.getKey(), 0L)))
                .reduce(BigInteger.ZERO, BigInteger::add);
        for (var component : Component.values()) {
            var value = judged.get(component);
            if (value == null) {
                continue;
            }
            var byCause = new EnumMap<Cause, BigInteger>(Cause.class);
            judge(component, value, byCause);
            var pull = BigInteger.valueOf(value).multiply(weightBefore).subtract(mean);
            weigh(component).forEach((cause, weight) -> add(byCause, cause, pull.multiply(BigInteger.valueOf(weight))));
            behave(component, value, byCause);
            byCause.forEach((cause, numerator) -> {
                if (numerator.signum() != 0) {
                    found.add(new Step(component, cause, numerator));
                }
            });
        }
        return new Steps(List.copyOf(found), weightBefore.multiply(weightAfter));
    }

    /** What was known, by the scales after where they judge it still; what appears, at once by its new value. */
    private Map<Component, Long> judged() {
        var judged = new EnumMap<Component, Long>(Component.class);
        was.forEach((component, term) -> judged.put(component, term.value()));
        is.forEach((component, term) -> {
            var known = from.of(component);
            var criterion = after.criteria().get(component);
            judged.put(component, known == null || criterion == null ? term.value() : Term.value(criterion, known));
        });
        return judged;
    }

    private void judge(Component component, long value, Map<Cause, BigInteger> byCause) {
        var term = was.get(component);
        if (term != null) {
            add(
                    byCause,
                    Cause.MODEL,
                    product(term.weight(), value - term.value()).multiply(weightAfter));
        }
    }

    /** The component's change of weight by its causes. */
    private Map<Cause, Long> weigh(Component component) {
        var old = was.get(component);
        var current = is.get(component);
        if (current == null) {
            var dropped = after.criteria().get(component) == null;
            return old == null ? Map.of() : Map.of(dropped ? Cause.MODEL : Cause.MISSING, -old.weight());
        }
        var criterion = after.criteria().get(component);
        var known = from.of(component);
        if (criterion == null || known == null) {
            return Map.of(Cause.MISSING, current.weight());
        }
        var modelled = criterion.weightAt(known.ageInDays());
        return Map.of(
                Cause.MODEL, modelled - (old == null ? 0 : old.weight()), Cause.DECAY, current.weight() - modelled);
    }

    private void behave(Component component, long value, Map<Cause, BigInteger> byCause) {
        var term = is.get(component);
        if (term != null) {
            add(
                    byCause,
                    Cause.BEHAVIOUR,
                    product(term.weight(), term.value() - value).multiply(weightBefore));
        }
    }

    private static void add(Map<Cause, BigInteger> byCause, Cause cause, BigInteger numerator) {
        byCause.merge(cause, numerator, BigInteger::add);
    }

    private static BigInteger product(long one, long other) {
        return BigInteger.valueOf(one).multiply(BigInteger.valueOf(other));
    }
}
