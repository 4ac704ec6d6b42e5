package dev.rivulet.success.events;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** Someone has to look after a customer by a day local to that customer. */
public record TaskOpened(UUID id, UUID accountId, String kind, String reason, LocalDate dueOn, Instant openedAt) {}
