package dev.rivulet.success.deal;

import dev.rivulet.kit.outbox.Event;
import dev.rivulet.kit.outbox.EventHandler;
import dev.rivulet.kit.outbox.Inbox;
import dev.rivulet.success.customer.CustomerLocks;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** The deals of the subscription service. */
@ApplicationScoped
class DealStates implements EventHandler {

    private final Inbox inbox;
    private final CustomerLocks locks;
    private final Deals deals;

    DealStates(Inbox inbox, CustomerLocks locks, Deals deals) {
        this.inbox = inbox;
        this.locks = locks;
        this.deals = deals;
    }

    @Override
    public String consumer() {
        return "success-deals";
    }

    @Incoming("deals")
    @Blocking
    public void receive(ConsumerRecords<String, String> records) {
        inbox.receive(this, records);
    }

    /** The prospect that joins an account, or is lost, is there under the deal's id, if at all. */
    @Override
    public void prepare(List<Event> events) {
        var states = events.stream()
                .filter(DealStates::isState)
                .map(event -> event.as(DealState.class))
                .toList();
        locks.claim(
                states.stream()
                        .filter(DealState::makesCustomer)
                        .map(DealState::customer)
                        .toList(),
                states.stream().map(DealState::id).toList());
    }

    private static boolean isState(Event event) {
        return event.type().equals(DealState.TYPE) && !event.isTombstone();
    }

    @Override
    public void on(Event event) {
        if (isState(event)) {
            deals.apply(event.as(DealState.class), event.version());
        }
    }
}
