package dev.rivulet.success.feedback;

import java.util.UUID;

/** Announced inside the service, in the transaction that removes it: a word that was merged into a request is gone. */
public record AskWithdrawn(UUID request, UUID account) {}
