package dev.rivulet.success.contact;

import java.util.UUID;

/** What this service reads of {@code dev.rivulet.subscription.contact.changed.v1}. */
record ContactState(UUID id, UUID accountId, String name, String email, String function, String locale) {

    static final String TYPE = "dev.rivulet.subscription.contact.changed.v1";
}
