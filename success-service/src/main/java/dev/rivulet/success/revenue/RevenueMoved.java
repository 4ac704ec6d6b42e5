package dev.rivulet.success.revenue;

import java.util.List;
import java.util.UUID;

/** Announced inside the service, in the transaction that hears of them: these accounts have movements that are new. */
public record RevenueMoved(List<UUID> accounts) {}
