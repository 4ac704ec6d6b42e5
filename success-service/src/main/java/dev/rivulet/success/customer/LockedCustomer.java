package dev.rivulet.success.customer;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;

/**
 * A customer that nobody else changes until the end of the transaction.
 *
 * @param zone UTC while it is unknown
 * @param today the customer's local date
 */
public record LockedCustomer(UUID id, ZoneId zone, LocalDate today) {}
