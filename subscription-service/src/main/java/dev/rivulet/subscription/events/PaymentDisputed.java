package dev.rivulet.subscription.events;

import dev.rivulet.kit.money.Money;
import dev.rivulet.kit.outbox.EventType;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A customer's bank took a payment back, or gave it back after all.
 *
 * @param changedOn in the payer's zone
 */
public record PaymentDisputed(
        UUID id, UUID disputeId, UUID accountId, Money amount, String status, String reason, LocalDate changedOn) {

    public static final EventType TYPE =
            new EventType("subscription.payment.events.v1", "dev.rivulet.subscription.payment.disputed.v1");
}
