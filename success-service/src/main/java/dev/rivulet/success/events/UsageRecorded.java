package dev.rivulet.success.events;

import java.time.Instant;
import java.util.UUID;

/** One use of one feature; the quantity is a decimal text, {@code receivedAt} by the tenant's clock. */
public record UsageRecorded(
        UUID accountId,
        String userId,
        String metric,
        String feature,
        String quantity,
        Instant occurredAt,
        Instant receivedAt) {}
