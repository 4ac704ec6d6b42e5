package dev.rivulet.catalog.events;

import dev.rivulet.kit.money.Money;
import dev.rivulet.kit.outbox.EventType;
import java.time.Instant;
import java.util.UUID;

/**
 * A version of a plan was published. Unlike the plan's state, which shows the newest version only, no version is left
 * out.
 *
 * @param id the plan
 * @param rollout what the version means for those who subscribed to an older one
 */
public record PlanPublished(
        UUID id,
        UUID productId,
        int planVersion,
        String name,
        Money price,
        String period,
        PlanChanged.Rollout rollout,
        Instant publishedAt) {

    public static final EventType TYPE =
            new EventType("catalog.plan.events.v1", "dev.rivulet.catalog.plan.published.v1");
}
