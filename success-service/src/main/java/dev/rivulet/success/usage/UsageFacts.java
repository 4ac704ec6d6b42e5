package dev.rivulet.success.usage;

import dev.rivulet.kit.outbox.Event;
import dev.rivulet.kit.outbox.EventHandler;
import dev.rivulet.kit.outbox.Inbox;
import dev.rivulet.success.events.SuccessEvents;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** The usage log, read back into daily rollups. */
@ApplicationScoped
class UsageFacts implements EventHandler {

    private final Inbox inbox;
    private final UsageRollup rollup;

    UsageFacts(Inbox inbox, UsageRollup rollup) {
        this.inbox = inbox;
        this.rollup = rollup;
    }

    @Override
    public String consumer() {
        return "success-usage";
    }

    @Incoming("usage")
    @Blocking
    public void receive(ConsumerRecords<String, String> records) {
        inbox.receive(this, records);
    }

    @Override
    public void on(Event event) {
        if (event.type().equals(SuccessEvents.USAGE_RECORDED) && !event.isTombstone()) {
            rollup.add(event.as(UsageFact.class));
        }
    }
}
