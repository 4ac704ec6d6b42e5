package dev.rivulet.subscription.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rivulet.kit.outbox.EventType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A deal was won: its subscriptions are signed.
 *
 * @param subscriptionId the first of them, for whoever counts a deal as one
 * @param partnerId through whom
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DealWon(
        UUID dealId,
        UUID accountId,
        UUID productId,
        UUID segmentId,
        UUID propositionId,
        int propositionVersion,
        UUID subscriptionId,
        List<UUID> subscriptionIds,
        @Nullable UUID partnerId,
        Instant wonAt) {

    public static final EventType TYPE =
            new EventType("subscription.deal.events.v1", "dev.rivulet.subscription.deal.won.v1");
}
