package dev.rivulet.subscription.events;

import dev.rivulet.kit.money.Money;
import dev.rivulet.kit.outbox.EventType;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Something that was paid on an invoice was refunded or charged back.
 *
 * @param due what is to be paid now
 */
public record InvoiceReopened(UUID id, String number, UUID accountId, Money total, Money due, LocalDate dueDate) {

    public static final EventType TYPE =
            new EventType("subscription.invoice.events.v1", "dev.rivulet.subscription.invoice.reopened.v1");
}
