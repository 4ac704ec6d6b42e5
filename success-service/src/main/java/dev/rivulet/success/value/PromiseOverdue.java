package dev.rivulet.success.value;

import java.time.LocalDate;
import java.util.UUID;

/**
 * Announced inside the service, in the transaction that finds it out and with the customer's row locked: a promise's
 * day has gone by without the customer's word on it.
 *
 * @param dueOn the last day it could be kept on, local to the customer
 * @param today the customer's
 */
public record PromiseOverdue(UUID promiseId, UUID accountId, String metric, LocalDate dueOn, LocalDate today) {}
