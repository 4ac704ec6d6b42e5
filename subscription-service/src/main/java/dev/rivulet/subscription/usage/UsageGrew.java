package dev.rivulet.subscription.usage;

import java.util.UUID;

/**
 * Told inside the service after new usage has been committed, in the tenant's scope and outside any transaction; once
 * for an account and metric in a batch, however many events came. It is a hint to look and may be lost in a crash.
 */
public record UsageGrew(UUID accountId, String metric) {}
