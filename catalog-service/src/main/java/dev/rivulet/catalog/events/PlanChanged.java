package dev.rivulet.catalog.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rivulet.kit.money.Money;
import dev.rivulet.kit.outbox.EventType;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A plan as it stands after a change; only a published one may be subscribed to. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PlanChanged(
        UUID id,
        UUID productId,
        @Nullable String key,
        String name,
        String status,
        int planVersion,
        Money price,
        String period,
        int trialDays) {

    public static final EventType TYPE = new EventType("catalog.plan.state.v1", "dev.rivulet.catalog.plan.changed.v1");
}
