package dev.rivulet.success.events;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A request of customers as it stands.
 *
 * @param status OPEN, PLANNED, RELEASED or DECLINED
 * @param reason why it stands there
 * @param mergedInto the request that stands for this one
 * @param releaseId what it came out with
 */
public record RequestChanged(
        UUID requestId,
        String title,
        UUID productId,
        @Nullable String feature,
        String status,
        @Nullable String reason,
        @Nullable UUID mergedInto,
        @Nullable UUID releaseId,
        Instant createdAt,
        @Nullable Instant movedAt) {}
