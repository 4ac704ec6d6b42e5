package dev.rivulet.catalog.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rivulet.kit.money.Money;
import dev.rivulet.kit.outbox.EventType;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A plan as it stands after a change; only a published one may be subscribed to. The draft of a next version is not
 * told of until it is published.
 *
 * @param addOnOf the plan this one is bought in addition to
 * @param planVersion the version whose terms these are
 * @param rollout what this version, once published, means for those who subscribed before
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PlanChanged(
        UUID id,
        UUID productId,
        @Nullable String key,
        @Nullable UUID addOnOf,
        String name,
        String status,
        int planVersion,
        Money price,
        String period,
        int trialDays,
        List<Entitlement> entitlements,
        @Nullable String touchModel,
        @Nullable String successMetric,
        @Nullable Rollout rollout) {

    public static final EventType TYPE = new EventType("catalog.plan.state.v1", "dev.rivulet.catalog.plan.changed.v1");

    /** What a subscription allows; limit, unit and reset are a LIMIT's. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Entitlement(
            String key,
            String kind,
            @Nullable Long limit,
            @Nullable String unit,
            @Nullable String reset) {}

    /** NEW_ONLY, AT_RENEWAL, or FROM a day that is local to each account. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Rollout(String policy, @Nullable LocalDate from) {}
}
