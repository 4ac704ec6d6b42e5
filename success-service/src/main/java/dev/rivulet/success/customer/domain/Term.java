package dev.rivulet.success.customer.domain;

import java.time.LocalDate;

/**
 * What a subscription was from a day on, until the next.
 *
 * @param from local to the customer
 * @param mode TRIAL, RUNNING or PAUSED
 */
public record Term(LocalDate from, String planName, int seats, String mode) {}
