package dev.rivulet.success.customer;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What this service reads of {@code dev.rivulet.subscription.account.changed.v1}. */
record AccountState(
        UUID id,
        String name,
        String zone,
        String currency,
        @Nullable Instant openedAt) {

    static final String TYPE = "dev.rivulet.subscription.account.changed.v1";
}
