package dev.rivulet.subscription.events;

import dev.rivulet.kit.money.Money;
import dev.rivulet.kit.outbox.EventType;
import java.time.LocalDate;
import java.util.UUID;

/**
 * An account's monthly recurring revenue changed. The key is the account, so that its movements stay in order.
 *
 * @param kind NEW, EXPANSION, CONTRACTION, CHURN or REACTIVATION
 * @param amount by how much, negative for a loss: all movements add up to the present revenue
 * @param date first day it holds, in the account's zone
 */
public record MrrMoved(UUID id, UUID accountId, UUID subscriptionId, String kind, Money amount, LocalDate date) {

    public static final EventType TYPE =
            new EventType("subscription.mrr.events.v1", "dev.rivulet.subscription.mrr.moved.v1");
}
