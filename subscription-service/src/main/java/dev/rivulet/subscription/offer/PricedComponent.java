package dev.rivulet.subscription.offer;

import dev.rivulet.kit.price.Candidate;
import dev.rivulet.kit.price.terms.Aggregation;
import dev.rivulet.kit.price.terms.PriceTerms;
import dev.rivulet.subscription.rating.domain.Timing;
import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a component of a plan costs a buyer.
 *
 * @param priceId null for the plan's own list price, which goes with its version
 * @param priceRevision of the price; 0 for the plan's own
 * @param priceBookId by which book, which is not the price's own when it is inherited; null for the list
 * @param factor what the terms' amount is multiplied by on its way through the books: 1 unless inherited. It leaves
 *     the minimum charge alone
 * @param metric what usage it counts; null for the quantity bought
 * @param aggregation what of the metric's events counts; null without a metric
 * @param minimumCharge the least that it comes to in a period, in major units; null for none
 */
public record PricedComponent(
        String key,
        @Nullable UUID priceId,
        int priceRevision,
        @Nullable UUID priceBookId,
        BigDecimal factor,
        PriceTerms terms,
        @Nullable String metric,
        @Nullable Aggregation aggregation,
        Timing timing,
        @Nullable BigDecimal minimumCharge) {

    static PricedComponent of(Candidate winner, RecordedPrice price, PlanVersion version) {
        var offer = price.offer();
        var metered = offer.metric() != null;
        return new PricedComponent(
                offer.component(),
                offer.ofPlan() ? null : offer.id(),
                offer.revision(),
                winner.bookId(),
                winner.factor(),
                price.terms(),
                offer.metric(),
                metered ? price.terms().aggregationOrSum() : null,
                timing(metered, price, version),
                price.minimumCharge());
    }

    private static Timing timing(boolean metered, RecordedPrice price, PlanVersion version) {
        if (metered) {
            return Timing.IN_ARREARS;
        }
        return price.timing() == null ? version.timing() : price.timing();
    }
}
