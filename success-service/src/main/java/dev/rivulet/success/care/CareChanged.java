package dev.rivulet.success.care;

import java.util.UUID;

/** Announced inside the service, in the transaction of the change: what people say of a customer is new. */
public record CareChanged(UUID accountId) {}
