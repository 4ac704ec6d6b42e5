package dev.rivulet.subscription.offer;

import dev.rivulet.kit.price.Offer;
import dev.rivulet.kit.price.terms.PriceTerms;
import dev.rivulet.subscription.rating.domain.Timing;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A price that may be the one, with what it says of billing.
 *
 * @param minimumCharge the least that its component comes to in a period, in major units; null for none
 * @param timing null where it is as the plan says
 */
record RecordedPrice(
        Offer offer,
        PriceTerms terms,
        @Nullable BigDecimal minimumCharge,
        @Nullable Timing timing) {}
