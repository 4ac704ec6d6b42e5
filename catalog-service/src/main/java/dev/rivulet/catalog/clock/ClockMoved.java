package dev.rivulet.catalog.clock;

import java.time.Instant;

/** Announced inside the service, in the transaction that moves the tenant's clock. */
public record ClockMoved(Instant now) {

    static final String TYPE = "dev.rivulet.subscription.clock.moved.v1";
}
