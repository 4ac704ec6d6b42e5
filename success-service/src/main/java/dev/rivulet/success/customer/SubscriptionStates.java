package dev.rivulet.success.customer;

import dev.rivulet.kit.outbox.Event;
import dev.rivulet.kit.outbox.EventHandler;
import dev.rivulet.kit.outbox.Inbox;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** The subscriptions of the subscription service. */
@ApplicationScoped
class SubscriptionStates implements EventHandler {

    private final Inbox inbox;
    private final CustomerLocks locks;
    private final CustomerCopies copies;

    SubscriptionStates(Inbox inbox, CustomerLocks locks, CustomerCopies copies) {
        this.inbox = inbox;
        this.locks = locks;
        this.copies = copies;
    }

    @Override
    public String consumer() {
        return "success-subscriptions";
    }

    @Incoming("subscriptions")
    @Blocking
    public void receive(ConsumerRecords<String, String> records) {
        inbox.receive(this, records);
    }

    @Override
    public void prepare(List<Event> events) {
        locks.claim(events.stream()
                .filter(SubscriptionStates::isState)
                .map(event -> event.as(SubscriptionState.class).accountId())
                .toList());
    }

    @Override
    public void on(Event event) {
        if (isState(event)) {
            copies.apply(event.as(SubscriptionState.class), event.version());
        }
    }

    private static boolean isState(Event event) {
        return event.type().equals(SubscriptionState.TYPE) && !event.isTombstone();
    }
}
