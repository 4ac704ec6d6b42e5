package dev.rivulet.subscription.offer;

import dev.rivulet.kit.money.Money;
import dev.rivulet.kit.outbox.Event;
import dev.rivulet.kit.outbox.EventHandler;
import dev.rivulet.kit.outbox.Inbox;
import dev.rivulet.subscription.rating.domain.BillingPeriod;
import dev.rivulet.subscription.rating.domain.Timing;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jspecify.annotations.Nullable;

/** Keeps the copy of the catalog's plans. */
@ApplicationScoped
public class PlanCopies implements EventHandler {

    /** What this service reads of {@code dev.rivulet.catalog.plan.changed.v1}. */
    record PlanState(
            UUID id,
            UUID productId,
            @Nullable String key,
            String name,
            String status,
            int planVersion,
            Money price,
            BillingPeriod period,
            @Nullable Integer trialDays,
            @Nullable UUID addOnOf,
            @Nullable Timing billing,
            @Nullable List<PlanPhase> phases,
            @Nullable Integer fixedTermPeriods,
            @Nullable Money minimumCommitment,
            @Nullable Rollout rollout) {

        int trialDaysOrNone() {
            return Objects.requireNonNullElse(trialDays, 0);
        }

        PlanVersion version() {
            return new PlanVersion(
                    planVersion,
                    name,
                    price,
                    dev.rivulet.subscription.rating.domain.BillingPeriod.valueOf(period.name()),
                    trialDaysOrNone(),
                    Objects.requireNonNullElse(billing, Timing.IN_ADVANCE),
                    Objects.requireNonNullElse(phases, List.of()),
                    fixedTermPeriods,
                    minimumCommitment,
                    Objects.requireNonNullElse(rollout, Rollout.NEW_ONLY),
                    null);
        }
    }

    private final Inbox inbox;
    private final PlanRepository plans;
    private final PlanVersions versions;

    PlanCopies(Inbox inbox, PlanRepository plans, PlanVersions versions) {
        this.inbox = inbox;
        this.plans = plans;
        this.versions = versions;
    }

    @Override
    public String consumer() {
        return "plan-copies";
    }

    @Incoming("catalog-plans")
    @Blocking
    public void receive(ConsumerRecords<String, String> records) {
        inbox.receive(this, records);
    }

    @Override
    public void on(Event event) {
        if (event.isTombstone()) {
            plans.deleteById(event.aggregateId());
        } else if (event.type().equals("dev.rivulet.catalog.plan.changed.v1")) {
            take(event.as(PlanState.class));
        }
    }

    private void take(PlanState state) {
        var known = plans.findById(state.id());
        var plan = known == null ? new OfferPlan() : known;
        plan.id = state.id();
        plan.productId = state.productId();
        plan.key = state.key();
        plan.name = state.name();
        plan.status = state.status();
        plan.planVersion = state.planVersion();
        plan.price = state.price();
        plan.period = state.period();
        plan.trialDays = state.trialDaysOrNone();
        plan.addOnOf = state.addOnOf();
        plans.persist(plan);
        if (!state.status().equals(OfferPlan.DRAFT)) {
            versions.keepShown(state.id(), state.version());
        }
    }
}
