package dev.rivulet.catalog.plan;

import java.util.UUID;

/** Announced inside the service, in the transaction that takes a published plan off sale. */
public record RetiredPlan(UUID planId) {}
