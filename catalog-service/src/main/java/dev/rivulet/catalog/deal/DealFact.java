package dev.rivulet.catalog.deal;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the catalog reads of subscription-service's facts about deals.
 *
 * @param subscriptionIds all that a won deal led to; none for any other
 */
record DealFact(
        UUID dealId,
        UUID productId,
        @Nullable UUID segmentId,
        @Nullable UUID propositionId,
        @JsonSetter(nulls = Nulls.AS_EMPTY) List<UUID> subscriptionIds) {}
