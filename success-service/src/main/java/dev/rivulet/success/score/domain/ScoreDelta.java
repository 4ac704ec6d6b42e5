package dev.rivulet.success.score.domain;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The change between two scores, taken apart. What is shown adds up to the change to the last digit.
 *
 * <p>With the weights w and values v before and w', v' after, W and W' their sums, the change goes by three steps:
 *
 * <ol>
 *   <li>the values before are judged by the scales after, u: {@code w (u - v) / W}, by the model;
 *   <li>the weights change all at once: {@code (w' - w) (u - S) / W'}, S being the mean so far. This is the whole of the
 *       change, for {@code Σ w (u - S) = 0}, and gives the shift of the other weights to the component that caused it:
 *       one that appears pulls the score by its distance from the mean of the rest. What of {@code w' - w} is the
 *       model's, what decay and what appeared or vanished is a plain difference of weights;
 *   <li>the values change by the weights after: {@code w' (v' - u) / W'}, which is behaviour.
 * </ol>
 *
 * <p>The order is fixed, so that there is one answer; each step is an exact fraction, and only the end is rounded, to
 * tenths, by largest remainder. The Shapley value over all orders is exact too, but asks for scores of states in which
 * nothing is known.
 *
 * @param change in points, one decimal
 * @param parts in the order of the components; causes that moved nothing are left out
 */
public record ScoreDelta(BigDecimal change, List<Part> parts) {

    /**
     * One component's share of the change by one cause.
     *
     * @param points one decimal
     */
    public record Part(Component component, Cause cause, BigDecimal points) {}

    /** Empty when one of the two has no score. */
    public static Optional<ScoreDelta> between(ScoreModel before, Inputs from, ScoreModel after, Inputs to) {
        var first = before.score(from).score();
        var last = after.score(to).score();
        if (first == null || last == null) {
            return Optional.empty();
        }
        var change = last.subtract(first);
        var steps = new DeltaSteps(before, from, after, to).steps();
        var shares = LargestRemainder.split(
                steps.list().stream().map(DeltaSteps.Step::numerator).toList(),
                steps.divisor().multiply(BigInteger.valueOf(Term.TENTH)),
                change.unscaledValue().intValueExact());
        var parts = new ArrayList<Part>();
        for (var i = 0; i < shares.size(); i++) {
            var step = steps.list().get(i);
            parts.add(new Part(step.component(), step.cause(), BigDecimal.valueOf(shares.get(i), 1)));
        }
        return Optional.of(new ScoreDelta(change, List.copyOf(parts)));
    }
}
