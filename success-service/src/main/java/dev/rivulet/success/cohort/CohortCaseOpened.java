package dev.rivulet.success.cohort;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;

/**
 * Announced inside the service, in the transaction that opens the case: a cell of a cohort table is red.
 *
 * @param accounts those that made the most of it, the most important first
 * @param dueOn in UTC
 */
public record CohortCaseOpened(
        UUID caseId, YearMonth cohort, int age, String summary, List<UUID> accounts, String owner, LocalDate dueOn) {}
