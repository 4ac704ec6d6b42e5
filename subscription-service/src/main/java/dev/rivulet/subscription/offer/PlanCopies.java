package dev.rivulet.subscription.offer;

import dev.rivulet.kit.money.Money;
import dev.rivulet.kit.outbox.Event;
import dev.rivulet.kit.outbox.EventHandler;
import dev.rivulet.kit.outbox.Inbox;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
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
            @Nullable Integer trialDays) {}

    private final Inbox inbox;
    private final PlanRepository plans;

    PlanCopies(Inbox inbox, PlanRepository plans) {
        this.inbox = inbox;
        this.plans = plans;
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
        plan.trialDays = state.trialDays() == null ? 0 : state.trialDays();
        plans.persist(plan);
    }
}
