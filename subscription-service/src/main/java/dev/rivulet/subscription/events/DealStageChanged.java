package dev.rivulet.subscription.events;

import dev.rivulet.kit.money.Money;
import dev.rivulet.kit.outbox.EventType;
import java.time.Instant;
import java.util.UUID;

/** A deal went from one stage to the next, or was lost. */
public record DealStageChanged(
        UUID dealId,
        UUID productId,
        UUID segmentId,
        String before,
        String stage,
        String owner,
        Money expectedAmount,
        Instant changedAt) {

    public static final EventType TYPE =
            new EventType("subscription.deal.events.v1", "dev.rivulet.subscription.deal.stage-changed.v1");
}
