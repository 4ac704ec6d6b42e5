package dev.rivulet.subscription.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rivulet.kit.money.Money;
import dev.rivulet.kit.outbox.EventType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An account's monthly recurring revenue changed. The key is the account, so that its movements stay in order.
 *
 * @param kind NEW, EXPANSION, CONTRACTION, CHURN or REACTIVATION
 * @param amount by how much, negative for a loss: all movements add up to the present revenue
 * @param date first day it holds, in the account's zone
 * @param recordedAt when it became known; what is known of a day after its month is over is a correction
 * @param segmentId of the proposition the subscription was sold with
 * @param partnerId who sold it; absent for a sale of one's own
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MrrMoved(
        UUID id,
        UUID accountId,
        UUID subscriptionId,
        String kind,
        Money amount,
        LocalDate date,
        Instant recordedAt,
        @Nullable UUID planId,
        @Nullable UUID productId,
        @Nullable UUID segmentId,
        @Nullable UUID partnerId) {

    public static final EventType TYPE =
            new EventType("subscription.mrr.events.v1", "dev.rivulet.subscription.mrr.moved.v1");
}
