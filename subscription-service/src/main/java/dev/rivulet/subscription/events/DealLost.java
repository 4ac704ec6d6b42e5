package dev.rivulet.subscription.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rivulet.kit.outbox.EventType;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A deal was lost.
 *
 * @param reason PRICE, COMPETITOR, TRADITIONAL_WAY, NO_BUDGET, NO_DECISION, MISSING_FEATURE, NOT_A_FIT or OTHER
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DealLost(
        UUID dealId,
        UUID productId,
        UUID segmentId,
        @Nullable UUID propositionId,
        String reason,
        Instant lostAt) {

    public static final EventType TYPE =
            new EventType("subscription.deal.events.v1", "dev.rivulet.subscription.deal.lost.v1");
}
