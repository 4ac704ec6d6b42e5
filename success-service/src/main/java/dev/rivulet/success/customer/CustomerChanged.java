package dev.rivulet.success.customer;

import java.util.UUID;

/** Announced inside the service, in the transaction of the change: something that tells of the customer is new. */
public record CustomerChanged(UUID accountId) {}
