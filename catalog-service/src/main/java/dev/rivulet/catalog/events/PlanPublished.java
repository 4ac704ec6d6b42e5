package dev.rivulet.catalog.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rivulet.kit.money.Money;
import dev.rivulet.kit.outbox.EventType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A version of a plan was published. Unlike the plan's state, which shows the newest version only, no version is left
 * out.
 *
 * @param id the plan
 * @param rollout what the version means for those who subscribed to an older one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PlanPublished(
        UUID id,
        UUID productId,
        int planVersion,
        String name,
        Money price,
        String period,
        PlanChanged.Rollout rollout,
        Instant publishedAt,
        int trialDays,
        String billing,
        List<PlanChanged.Phase> phases,
        @Nullable Integer fixedTermPeriods,
        @Nullable Money minimumCommitment) {

    public static final EventType TYPE =
            new EventType("catalog.plan.events.v1", "dev.rivulet.catalog.plan.published.v1");
}
