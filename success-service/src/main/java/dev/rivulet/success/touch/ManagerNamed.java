package dev.rivulet.success.touch;

import java.util.UUID;

/** Announced inside the service, in the transaction that decides it: somebody else looks after a subject now. */
public record ManagerNamed(UUID subject, String manager) {}
