package dev.rivulet.subscription.dunning;

import java.time.LocalDate;
import java.util.UUID;

/** Told inside the service, in the transaction: a suspended payer is to be served again. */
public record AccountResumed(UUID payerId, LocalDate on) {}
