package dev.rivulet.success.release;

import dev.rivulet.kit.outbox.Event;
import dev.rivulet.kit.outbox.EventHandler;
import dev.rivulet.kit.outbox.Inbox;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** The releases that the catalog announces. */
@ApplicationScoped
class ReleaseNews implements EventHandler {

    private final Inbox inbox;
    private final Announcing announcing;

    ReleaseNews(Inbox inbox, Announcing announcing) {
        this.inbox = inbox;
        this.announcing = announcing;
    }

    @Override
    public String consumer() {
        return "success-releases";
    }

    @Incoming("releases")
    @Blocking
    public void receive(ConsumerRecords<String, String> records) {
        inbox.receive(this, records);
    }

    @Override
    public void on(Event event) {
        if (event.type().equals(ReleaseAnnounced.TYPE) && !event.isTombstone()) {
            announcing.announce(event.as(ReleaseAnnounced.class));
        }
    }
}
