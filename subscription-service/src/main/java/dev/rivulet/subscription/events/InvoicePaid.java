package dev.rivulet.subscription.events;

import dev.rivulet.kit.money.Money;
import dev.rivulet.kit.outbox.EventType;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Nothing is due on an invoice any more.
 *
 * @param paidOn day the last of the money was received
 */
public record InvoicePaid(
        UUID id, String number, UUID accountId, UUID subscriptionId, Money total, LocalDate dueDate, LocalDate paidOn) {

    public static final EventType TYPE =
            new EventType("subscription.invoice.events.v1", "dev.rivulet.subscription.invoice.paid.v1");
}
