package dev.rivulet.kit.price;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A price that could have been the one.
 *
 * @param bookKey of the book by which it is offered; null for the list
 * @param bookId of the book by which it is offered, which is not the price's own when it is inherited
 * @param adjustments what was put on it on its way here, from the price outwards; empty unless inherited
 * @param reasons why it lost, in a fixed order; empty for the winner
 */
public record Candidate(
        Offer offer,
        @Nullable UUID bookId,
        @Nullable String bookKey,
        List<Adjustment> adjustments,
        int specificity,
        Set<Lost> reasons) {

    /** The most specific first; then by price and book, so that the same question always lists them alike. */
    static final Comparator<Candidate> ORDER = Comparator.comparingInt(Candidate::specificity)
            .reversed()
            .thenComparing(candidate -> candidate.offer().id(), Candidate::asTexts)
            .thenComparing(Candidate::bookId, Comparator.nullsLast(Candidate::asTexts));

    public Candidate {
        adjustments = List.copyOf(adjustments);
        reasons = Collections.unmodifiableSet(reasons);
    }

    /** In the order of their texts, without writing them. */
    private static int asTexts(UUID one, UUID other) {
        var most = Long.compareUnsigned(one.getMostSignificantBits(), other.getMostSignificantBits());
        return most != 0 ? most : Long.compareUnsigned(one.getLeastSignificantBits(), other.getLeastSignificantBits());
    }

    static Candidate of(Offer offer, @Nullable Book book, List<Adjustment> adjustments, Set<Lost> reasons) {
        if (book == null) {
            return new Candidate(offer, null, null, adjustments, offer.ofPlan() ? -2 : -1, reasons);
        }
        return new Candidate(
                offer, book.id(), book.key(), adjustments, book.audience().specificity(), reasons);
    }

    public boolean isInherited() {
        return !adjustments.isEmpty();
    }

    /** Whether nothing stands against it; of a verdict's candidates, whether it is the price. */
    public boolean fits() {
        return reasons.isEmpty();
    }

    /** Whether it is meant for this buyer, even if not now or not in these terms. */
    boolean isForTheBuyer() {
        return Collections.disjoint(reasons, Lost.ABOUT_THE_BUYER);
    }

    /** It fits, and another does that goes before it. */
    Candidate lessSpecific() {
        return new Candidate(offer, bookId, bookKey, adjustments, specificity, EnumSet.of(Lost.LESS_SPECIFIC));
    }

    /** What the price is multiplied by on its way through the books: 1 unless inherited. */
    public BigDecimal factor() {
        var factor = BigDecimal.ONE;
        for (var adjustment : adjustments) {
            factor = factor.multiply(adjustment.factor());
        }
        return factor;
    }
}
