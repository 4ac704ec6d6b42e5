package dev.rivulet.success.customer;

import java.util.UUID;

/** What this service reads of {@code dev.rivulet.subscription.account.changed.v1}. */
record AccountState(UUID id, String name, String zone, String currency) {

    static final String TYPE = "dev.rivulet.subscription.account.changed.v1";
}
