package dev.rivulet.subscription.dunning;

import java.time.LocalDate;
import java.util.UUID;

/** Told inside the service, in the transaction: a payer's service is to stop. */
public record AccountSuspended(UUID payerId, LocalDate on) {}
