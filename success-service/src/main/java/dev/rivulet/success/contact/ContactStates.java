package dev.rivulet.success.contact;

import dev.rivulet.kit.outbox.Event;
import dev.rivulet.kit.outbox.EventHandler;
import dev.rivulet.kit.outbox.Inbox;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** The people at customers, as the subscription service tells of them. */
@ApplicationScoped
class ContactStates implements EventHandler {

    private final Inbox inbox;
    private final Contacts contacts;

    ContactStates(Inbox inbox, Contacts contacts) {
        this.inbox = inbox;
        this.contacts = contacts;
    }

    @Override
    public String consumer() {
        return "success-contacts";
    }

    @Incoming("contacts")
    @Blocking
    public void receive(ConsumerRecords<String, String> records) {
        inbox.receive(this, records);
    }

    @Override
    public void on(Event event) {
        if (event.isTombstone()) {
            contacts.remove(event.aggregateId(), event.version());
        } else if (event.type().equals(ContactState.TYPE)) {
            contacts.apply(event.as(ContactState.class), event.version());
        }
    }
}
