package dev.rivulet.subscription.rating.domain;

import java.util.UUID;

/**
 * What is given back of a charge.
 *
 * @param of the charge
 * @param charge with a negative amount
 */
public record Credit(UUID of, Charge charge) {}
