package dev.rivulet.success.events;

import java.time.Instant;
import java.util.UUID;

/** One use of one feature; the quantity is a decimal text. */
public record UsageRecorded(UUID accountId, String userId, String metric, String quantity, Instant occurredAt) {}
