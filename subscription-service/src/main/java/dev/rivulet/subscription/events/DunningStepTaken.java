package dev.rivulet.subscription.events;

import dev.rivulet.kit.money.Money;
import dev.rivulet.kit.outbox.EventType;
import java.time.LocalDate;
import java.util.UUID;

/** A step was taken against a payer in arrears. The key is the account. */
public record DunningStepTaken(
        UUID id,
        UUID accountId,
        int episode,
        String step,
        String action,
        Money owed,
        int daysOverdue,
        LocalDate takenOn) {

    public static final EventType TYPE =
            new EventType("subscription.dunning.events.v1", "dev.rivulet.subscription.dunning.step-taken.v1");
}
