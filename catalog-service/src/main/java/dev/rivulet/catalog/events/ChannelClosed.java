package dev.rivulet.catalog.events;

import dev.rivulet.kit.outbox.EventType;
import java.time.Instant;
import java.util.UUID;

/**
 * Partners may not sell the product any more.
 *
 * @param openingId the opening that came to its end
 */
public record ChannelClosed(UUID productId, UUID openingId, Instant closedAt, String reason) {

    public static final EventType TYPE =
            new EventType("catalog.channel.events.v1", "dev.rivulet.catalog.channel.closed.v1");
}
