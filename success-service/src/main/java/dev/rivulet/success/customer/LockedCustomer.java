package dev.rivulet.success.customer;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A customer that nobody else changes until the end of the transaction.
 *
 * @param zone UTC while it is unknown
 * @param today the customer's local date
 * @param segmentId the segment it was sold to; null where that is unknown
 */
public record LockedCustomer(
        UUID id, ZoneId zone, LocalDate today, @Nullable UUID segmentId) {}
