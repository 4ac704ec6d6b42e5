package dev.rivulet.subscription.billing;

import dev.rivulet.subscription.rating.domain.Timeline;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

/**
 * Told inside the service, in the transaction of the run: a day has come on which terms of subscriptions change.
 *
 * @param timelines by subscription
 */
public record TermsPassed(LocalDate day, Map<UUID, Timeline> timelines) {}
