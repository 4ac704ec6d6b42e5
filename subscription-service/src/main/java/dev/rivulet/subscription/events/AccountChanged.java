package dev.rivulet.subscription.events;

import dev.rivulet.kit.outbox.EventType;
import java.util.UUID;

/** An account as it stands now. Holds no personal data: no e-mail address. */
public record AccountChanged(UUID id, String name, String zone, String currency) {

    public static final EventType TYPE =
            new EventType("subscription.account.state.v1", "dev.rivulet.subscription.account.changed.v1");
}
