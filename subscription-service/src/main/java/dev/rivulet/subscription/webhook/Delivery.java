package dev.rivulet.subscription.webhook;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One event for one endpoint.
 *
 * @param attempts all of them
 * @param failures of the schedule's own, by which the next pause is chosen
 */
record Delivery(
        UUID id,
        UUID endpointId,
        String eventId,
        String eventType,
        String body,
        DeliveryStatus status,
        int attempts,
        int failures,
        Instant createdAt,
        @Nullable Instant firstAttemptAt,
        @Nullable Instant nextAttemptAt,
        @Nullable Instant finishedAt) {}
