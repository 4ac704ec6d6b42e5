package dev.rivulet.kit.price;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which price a component of a plan has, and every candidate.
 *
 * @param winner one of the candidates; null when none fits
 * @param candidates the most specific first
 */
public record Verdict(String component, @Nullable Candidate winner, List<Candidate> candidates) {

    public Verdict {
        candidates = List.copyOf(candidates);
    }

    /**
     * Whether the component is offered to such a buyer at all. One that is only in books for others is none of this
     * buyer's business; one that is, and has no price now, must not be left out of the sum.
     */
    public boolean isForTheBuyer() {
        for (var candidate : candidates) {
            if (candidate.isForTheBuyer()) {
                return true;
            }
        }
        return false;
    }
}
