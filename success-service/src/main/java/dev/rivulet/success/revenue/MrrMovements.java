package dev.rivulet.success.revenue;

import dev.rivulet.kit.outbox.Event;
import dev.rivulet.kit.outbox.EventHandler;
import dev.rivulet.kit.outbox.Inbox;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** The ledger of recurring revenue of the subscription service; a movement is known by its id. */
@ApplicationScoped
class MrrMovements implements EventHandler {

    private final Inbox inbox;
    private final RevenueCopies copies;

    MrrMovements(Inbox inbox, RevenueCopies copies) {
        this.inbox = inbox;
        this.copies = copies;
    }

    @Override
    public String consumer() {
        return "success-mrr";
    }

    @Incoming("mrr")
    @Blocking
    public void receive(ConsumerRecords<String, String> records) {
        inbox.receiveTogether(this, MrrMovements::movement, this::take, records);
    }

    /** A dead letter that is tried again. */
    @Override
    public void on(Event event) {
        movement(event).ifPresent(moved -> copies.take(List.of(moved)));
    }

    private static Optional<MrrMoved> movement(Event event) {
        return event.type().equals(MrrMoved.TYPE) && !event.isTombstone()
                ? Optional.of(event.as(MrrMoved.class))
                : Optional.empty();
    }

    private Runnable take(List<MrrMoved> moved) {
        copies.take(moved);
        return () -> {};
    }
}
