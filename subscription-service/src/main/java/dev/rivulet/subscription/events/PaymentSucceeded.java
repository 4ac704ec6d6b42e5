package dev.rivulet.subscription.events;

import dev.rivulet.kit.money.Money;
import dev.rivulet.kit.outbox.EventType;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Money came in; what no invoice needed went to the customer's balance. */
public record PaymentSucceeded(
        UUID id, UUID accountId, Money amount, String method, LocalDate receivedOn, List<Part> parts, Money toBalance) {

    public static final EventType TYPE =
            new EventType("subscription.payment.events.v1", "dev.rivulet.subscription.payment.succeeded.v1");

    /** What was paid of an invoice. */
    public record Part(UUID invoiceId, Money amount) {}
}
