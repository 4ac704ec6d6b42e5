package dev.rivulet.subscription.events;

import dev.rivulet.kit.money.Money;
import dev.rivulet.kit.outbox.EventType;
import java.time.LocalDate;
import java.util.UUID;

/** A payer is in arrears so far that its service is to stop. The key is the account. */
public record AccountSuspended(UUID accountId, int episode, Money owed, LocalDate suspendedOn) {

    public static final EventType TYPE =
            new EventType("subscription.dunning.events.v1", "dev.rivulet.subscription.account.suspended.v1");
}
