package dev.rivulet.success.customer;

import java.util.UUID;

/**
 * Announced inside the service, in the transaction of the change: what a customer is known by is new, its name, status,
 * revenue, manager or segment.
 */
public record CardChanged(UUID accountId) {}
