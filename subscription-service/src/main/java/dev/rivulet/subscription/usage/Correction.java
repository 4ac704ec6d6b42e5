package dev.rivulet.subscription.usage;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Usage of a day that had been billed already; the span it lies in is to be rated again as a whole.
 *
 * @param latest the latest entry of the log of corrections that is in it
 */
public record Correction(UUID accountId, String metric, LocalDate day, BigDecimal quantity, long events, UUID latest) {}
