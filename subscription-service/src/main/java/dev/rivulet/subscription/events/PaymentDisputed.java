package dev.rivulet.subscription.events;

import dev.rivulet.kit.money.Money;
import dev.rivulet.kit.outbox.EventType;
import java.util.UUID;

/** A customer's bank took a payment back, or gave it back after all. */
public record PaymentDisputed(UUID id, UUID disputeId, UUID accountId, Money amount, String status, String reason) {

    public static final EventType TYPE =
            new EventType("subscription.payment.events.v1", "dev.rivulet.subscription.payment.disputed.v1");
}
