package dev.rivulet.catalog.deal;

import java.util.UUID;

/** What the catalog reads of subscription-service's subscriptions to count won deals. */
record SoldSubscription(UUID id, UUID productId, UUID propositionId) {

    static final String TYPE = "dev.rivulet.subscription.subscription.changed.v1";
}
