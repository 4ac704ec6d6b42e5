package dev.rivulet.catalog.clock;

import dev.rivulet.kit.clock.TenantClock;
import dev.rivulet.kit.outbox.Event;
import dev.rivulet.kit.outbox.EventHandler;
import dev.rivulet.kit.outbox.Inbox;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Sets the tenant's test clock where the subscription service has moved it. */
@ApplicationScoped
class ClockStates implements EventHandler {

    private final Inbox inbox;
    private final TenantClock clock;
    private final jakarta.enterprise.event.Event<ClockMoved> moves;

    ClockStates(Inbox inbox, TenantClock clock, jakarta.enterprise.event.Event<ClockMoved> moves) {
        this.inbox = inbox;
        this.clock = clock;
        this.moves = moves;
    }

    @Override
    public String consumer() {
        return "catalog-clocks";
    }

    @Incoming("clocks")
    @Blocking
    void receive(ConsumerRecords<String, String> records) {
        inbox.receive(this, records);
    }

    @Override
    public void on(Event event) {
        if (event.type().equals(ClockMoved.TYPE) && !event.isTombstone()) {
            var move = event.as(ClockMoved.class);
            clock.follow(move.now());
            moves.fire(move);
        }
    }
}
