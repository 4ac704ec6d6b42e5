package dev.rivulet.catalog.product;

import java.util.UUID;

/** Told inside the service, in the same transaction: a product is not sold any more. */
public record ProductRetired(UUID productId) {}
