package dev.rivulet.success.deal;

import dev.rivulet.kit.outbox.Event;
import dev.rivulet.kit.outbox.EventHandler;
import dev.rivulet.kit.outbox.Inbox;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** The deals of the subscription service. */
@ApplicationScoped
class DealStates implements EventHandler {

    private final Inbox inbox;
    private final Deals deals;

    DealStates(Inbox inbox, Deals deals) {
        this.inbox = inbox;
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

    @Override
    public void on(Event event) {
        if (event.type().equals(DealState.TYPE) && !event.isTombstone()) {
            deals.apply(event.as(DealState.class), event.version());
        }
    }
}
