package dev.rivulet.subscription.billing;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Told inside the service, in the transaction: somebody wants what failed to be tried again at once.
 *
 * @param subscriptionId null where it was the payer's invoice that failed
 */
public record IncidentRetried(@Nullable UUID subscriptionId, String code) {}
