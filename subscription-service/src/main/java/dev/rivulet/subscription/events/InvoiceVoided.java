package dev.rivulet.subscription.events;

import dev.rivulet.kit.money.Money;
import dev.rivulet.kit.outbox.EventType;
import java.time.LocalDate;
import java.util.UUID;

/**
 * An invoice was a mistake: nothing is due on it and nothing was earned by it.
 *
 * @param total what was to be paid
 * @param voidedOn in the account's zone
 */
public record InvoiceVoided(UUID id, String number, UUID accountId, Money total, String reason, LocalDate voidedOn) {

    public static final EventType TYPE =
            new EventType("subscription.invoice.events.v1", "dev.rivulet.subscription.invoice.voided.v1");
}
