package dev.rivulet.subscription.metrics;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a movement of recurring revenue concerned, for figures by these.
 *
 * @param segmentId of the proposition the subscription was sold with
 * @param partnerId who sold it, null for a sale of one's own
 * @param activityCode of the seller's activity the sale counts as
 */
public record MrrFacts(
        @Nullable UUID planId,
        @Nullable UUID productId,
        @Nullable UUID segmentId,
        @Nullable UUID partnerId,
        @Nullable String activityCode) {}
