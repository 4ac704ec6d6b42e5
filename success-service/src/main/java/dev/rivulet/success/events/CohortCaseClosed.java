package dev.rivulet.success.events;

import java.time.Instant;
import java.util.UUID;

/**
 * Somebody has reacted to a red cell, in words that are not told on; or corrections have made it another.
 *
 * @param cohort the month the customers started in, such as 2025-04
 * @param age in months
 * @param reason ACTED_ON, EXPLAINED, DATA_ERROR, NOT_FOUND or RESTATED
 * @param owner who was to react
 * @param closedAt business time
 */
public record CohortCaseClosed(UUID id, String cohort, int age, String reason, String owner, Instant closedAt) {}
