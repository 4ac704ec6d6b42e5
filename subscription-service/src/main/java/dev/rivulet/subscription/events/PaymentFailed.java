package dev.rivulet.subscription.events;

import dev.rivulet.kit.money.Money;
import dev.rivulet.kit.outbox.EventType;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * An attempt to collect money came to nothing.
 *
 * @param failedOn in the payer's zone
 */
public record PaymentFailed(
        UUID id, UUID accountId, Money amount, String method, String code, List<UUID> invoiceIds, LocalDate failedOn) {

    public static final EventType TYPE =
            new EventType("subscription.payment.events.v1", "dev.rivulet.subscription.payment.failed.v1");
}
