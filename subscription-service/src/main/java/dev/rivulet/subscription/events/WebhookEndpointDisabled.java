package dev.rivulet.subscription.events;

import dev.rivulet.kit.outbox.EventType;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Nothing is sent to a webhook endpoint any more until an administrator enables it again.
 *
 * @param reason CONTINUOUS_FAILURE or GONE
 * @param failingSince when the first of the attempts that all failed was made
 */
public record WebhookEndpointDisabled(
        UUID id, @Nullable String description, String reason, Instant failingSince, Instant disabledAt) {

    public static final EventType TYPE =
            new EventType("subscription.webhook.events.v1", "dev.rivulet.subscription.webhook-endpoint.disabled.v1");
}
