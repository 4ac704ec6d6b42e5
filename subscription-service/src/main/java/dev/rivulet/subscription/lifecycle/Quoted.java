package dev.rivulet.subscription.lifecycle;

import dev.rivulet.subscription.offer.Offers.Proposition;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A quote that is signed as it was given.
 *
 * @param plan as {@link Quotations} pinned it
 * @param partnerId through whom it was sold; null for a sale of our own
 */
public record Quoted(
        String plan, Proposition promised, @Nullable UUID partnerId) {}
