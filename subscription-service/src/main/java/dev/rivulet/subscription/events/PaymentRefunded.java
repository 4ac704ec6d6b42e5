package dev.rivulet.subscription.events;

import dev.rivulet.kit.money.Money;
import dev.rivulet.kit.outbox.EventType;
import java.time.LocalDate;
import java.util.UUID;

/** Money of a payment was given back: to the customer, or to its balance. */
public record PaymentRefunded(
        UUID id, UUID refundId, UUID accountId, Money amount, String source, String target, LocalDate refundedOn) {

    public static final EventType TYPE =
            new EventType("subscription.payment.events.v1", "dev.rivulet.subscription.payment.refunded.v1");
}
