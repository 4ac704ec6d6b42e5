package dev.rivulet.subscription.usage;

import java.math.BigDecimal;

/**
 * What a span of usage comes to.
 *
 * @param quantity as aggregated; zero where there is no usage
 * @param events how many events it is made of
 */
public record Reading(BigDecimal quantity, long events) {}
