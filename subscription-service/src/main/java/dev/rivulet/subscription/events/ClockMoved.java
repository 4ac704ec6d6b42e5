package dev.rivulet.subscription.events;

import dev.rivulet.kit.outbox.EventType;
import java.time.Instant;

/** A sandbox tenant's test clock stands here now. */
public record ClockMoved(Instant now) {

    public static final EventType TYPE =
            new EventType("subscription.clock.state.v1", "dev.rivulet.subscription.clock.moved.v1");
}
