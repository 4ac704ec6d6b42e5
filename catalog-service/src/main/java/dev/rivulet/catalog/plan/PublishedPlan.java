package dev.rivulet.catalog.plan;

import dev.rivulet.kit.money.Money;
import java.util.UUID;

/**
 * Announced inside the service, in the transaction that publishes a plan.
 *
 * @param listPrice for one period, however much is bought
 */
public record PublishedPlan(UUID planId, int planVersion, UUID productId, Money listPrice) {}
