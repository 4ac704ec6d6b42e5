package dev.rivulet.subscription.offer;

import dev.rivulet.kit.outbox.Event;
import dev.rivulet.kit.outbox.EventHandler;
import dev.rivulet.kit.outbox.Inbox;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Keeps the copy of the catalog's assignments of products to activity codes. */
@ApplicationScoped
public class ActivityCopies implements EventHandler {

    /** What this service reads of {@code dev.rivulet.catalog.activity-assignment.changed.v1}. */
    record ActivityState(UUID id, UUID sellerId, UUID productId, String code) {}

    private final Inbox inbox;
    private final ActivityRepository activities;
    private final Activities remembered;

    ActivityCopies(Inbox inbox, ActivityRepository activities, Activities remembered) {
        this.inbox = inbox;
        this.activities = activities;
        this.remembered = remembered;
    }

    @Override
    public String consumer() {
        return "activity-copies";
    }

    @Incoming("catalog-activities")
    @Blocking
    public void receive(ConsumerRecords<String, String> records) {
        inbox.receive(this, records);
        remembered.forget();
    }

    @Override
    public void on(Event event) {
        if (event.isTombstone()) {
            activities.deleteById(event.aggregateId());
        } else if (event.type().equals("dev.rivulet.catalog.activity-assignment.changed.v1")) {
            take(event.as(ActivityState.class));
        }
    }

    private void take(ActivityState state) {
        var known = activities.findById(state.id());
        var activity = known == null ? new OfferActivity() : known;
        activity.id = state.id();
        activity.sellerId = state.sellerId();
        activity.productId = state.productId();
        activity.code = state.code();
        activities.persist(activity);
    }
}
