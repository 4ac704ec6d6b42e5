package dev.rivulet.subscription.events;

import dev.rivulet.kit.outbox.EventType;
import java.util.UUID;

/**
 * A person at a customer as they stand now. Personal data, the only one in events: on a compacted topic of its own, from
 * which a tombstone removes it, and never in webhooks.
 *
 * @param function what they do there
 * @param locale BCP 47
 */
public record ContactChanged(UUID id, UUID accountId, String name, String email, String function, String locale) {

    public static final EventType TYPE =
            new EventType("subscription.contact.state.v1", "dev.rivulet.subscription.contact.changed.v1");
}
