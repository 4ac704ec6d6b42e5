package dev.rivulet.catalog.deal;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the catalog reads of subscription-service's facts about deals.
 *
 * @param subscriptionId what a won deal led to
 */
record DealFact(
        UUID dealId,
        UUID productId,
        @Nullable UUID segmentId,
        @Nullable UUID propositionId,
        @Nullable UUID subscriptionId) {}
