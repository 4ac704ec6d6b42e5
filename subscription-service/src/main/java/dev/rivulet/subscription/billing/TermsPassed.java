package dev.rivulet.subscription.billing;

import dev.rivulet.subscription.rating.domain.Timeline;
import java.time.LocalDate;
import java.util.UUID;

/** Told inside the service, in the transaction of the run: a day has come on which terms of a subscription change. */
public record TermsPassed(UUID subscriptionId, Timeline timeline, LocalDate day) {}
