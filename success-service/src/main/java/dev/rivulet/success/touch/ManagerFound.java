package dev.rivulet.success.touch;

import java.util.UUID;

/** Announced inside the service, in the transaction that frees the hours: one that waited for a manager has one now. */
public record ManagerFound(UUID subject, String manager) {}
