package dev.rivulet.success.events;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A cell of a cohort table is red, and somebody is to react.
 *
 * @param cohort the month the customers started in, such as 2025-04
 * @param age in months
 * @param summary in English
 * @param accountIds those that made the most of it, the most important first
 * @param dueOn in UTC
 * @param openedAt business time
 */
public record CohortCaseRaised(
        UUID id,
        String cohort,
        int age,
        String summary,
        List<UUID> accountIds,
        String owner,
        LocalDate dueOn,
        Instant openedAt) {}
