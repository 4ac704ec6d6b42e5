package dev.rivulet.subscription.events;

import dev.rivulet.kit.outbox.EventType;
import java.time.LocalDate;
import java.util.UUID;

/** A suspended payer is to be served again. The key is the account. */
public record AccountResumed(UUID accountId, int episode, LocalDate resumedOn) {

    public static final EventType TYPE =
            new EventType("subscription.dunning.events.v1", "dev.rivulet.subscription.account.resumed.v1");
}
