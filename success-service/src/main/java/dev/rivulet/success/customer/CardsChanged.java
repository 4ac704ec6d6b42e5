package dev.rivulet.success.customer;

import java.util.SortedSet;
import java.util.UUID;

/**
 * Announced inside the service once at the end of a transaction that fired {@link CardChanged}: each customer once, all
 * of them locked.
 */
public record CardsChanged(SortedSet<UUID> accounts) {}
