package dev.rivulet.catalog.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rivulet.kit.outbox.EventType;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Partners may sell the product from now on.
 *
 * @param waiver why it was opened although something was missing
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ChannelOpened(
        UUID productId,
        UUID openingId,
        Instant openedAt,
        @Nullable String waiver) {

    public static final EventType TYPE =
            new EventType("catalog.channel.events.v1", "dev.rivulet.catalog.channel.opened.v1");
}
