package dev.rivulet.success.usage;

import dev.rivulet.kit.outbox.Event;
import dev.rivulet.kit.outbox.EventHandler;
import dev.rivulet.kit.outbox.Inbox;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** The usage log, read back into rollups in large batches: it is the busiest topic there is. */
@ApplicationScoped
class UsageFacts implements EventHandler {

    private final Inbox inbox;
    private final UsageCount count;

    UsageFacts(Inbox inbox, UsageCount count) {
        this.inbox = inbox;
        this.count = count;
    }

    @Override
    public String consumer() {
        return "success-usage";
    }

    @Incoming("usage")
    @Blocking
    public void receive(ConsumerRecords<String, String> records) {
        inbox.receiveTogether(this, UsageFact::read, count::add, records);
    }

    /** A dead letter replayed. */
    @Override
    public void on(Event event) {
        UsageFact.read(event).ifPresent(fact -> count.add(List.of(fact)).run());
    }
}
