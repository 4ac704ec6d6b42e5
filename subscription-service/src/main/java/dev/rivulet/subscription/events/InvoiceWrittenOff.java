package dev.rivulet.subscription.events;

import dev.rivulet.kit.money.Money;
import dev.rivulet.kit.outbox.EventType;
import java.time.LocalDate;
import java.util.UUID;

/**
 * What was due on an invoice is given up.
 *
 * @param amount what was still due
 * @param writtenOffOn in the account's zone
 */
public record InvoiceWrittenOff(
        UUID id, String number, UUID accountId, Money total, Money amount, String reason, LocalDate writtenOffOn) {

    public static final EventType TYPE =
            new EventType("subscription.invoice.events.v1", "dev.rivulet.subscription.invoice.written-off.v1");
}
