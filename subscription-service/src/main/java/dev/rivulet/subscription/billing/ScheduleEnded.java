package dev.rivulet.subscription.billing;

import java.time.LocalDate;
import java.util.UUID;

/** Told inside the service, in the transaction of the run: the last period is over. */
public record ScheduleEnded(UUID subscriptionId, LocalDate on) {}
