package dev.rivulet.subscription.dunning;

import java.time.LocalDate;
import java.util.UUID;

/**
 * Told inside the service, in the transaction: a payer's service is to stop.
 *
 * @param billingStops whether nothing is to be charged either until it is served again
 */
public record AccountSuspended(UUID payerId, LocalDate on, boolean billingStops) {}
