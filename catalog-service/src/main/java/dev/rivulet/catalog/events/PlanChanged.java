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
 * @param billing IN_ADVANCE or IN_ARREARS
 * @param phases after the trial, in order, before the plan's own price
 * @param fixedTermPeriods after so many periods a subscription ends by itself
 * @param minimumCommitment the least that all components of a period come to
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
        @Nullable Rollout rollout,
        String billing,
        List<Phase> phases,
        @Nullable Integer fixedTermPeriods,
        @Nullable Money minimumCommitment) {

    public static final EventType TYPE = new EventType("catalog.plan.state.v1", "dev.rivulet.catalog.plan.changed.v1");

    /** What a subscription allows; limit, unit and reset are a LIMIT's. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Entitlement(
            String key,
            String kind,
            @Nullable Long limit,
            @Nullable String unit,
            @Nullable String reset) {}

    /**
     * Other terms for a while: so many months or so many days; at a price in place of the plan's, or at a discount on
     * every recurring component.
     *
     * @param discountPercent a decimal text
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Phase(
            @Nullable Integer months,
            @Nullable Integer days,
            @Nullable Money price,
            @Nullable String discountPercent) {}

    /** NEW_ONLY, AT_RENEWAL, or FROM a day that is local to each account. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Rollout(String policy, @Nullable LocalDate from) {}
}
