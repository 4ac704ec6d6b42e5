package dev.rivulet.success.usage;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/** What this service reads of the usage log. */
record UsageFact(UUID accountId, String userId, String metric, BigDecimal quantity, Instant occurredAt) {}
