package dev.rivulet.catalog.channel;

import java.time.LocalDate;
import java.util.UUID;

/** What the catalog's channel gate reads of a subscription's state: which product was sold to whom. */
record SoldSubscription(UUID id, UUID accountId, UUID productId, LocalDate startDate) {

    static final String TYPE = "dev.rivulet.subscription.subscription.changed.v1";
}
