package dev.rivulet.subscription.account;

import dev.rivulet.kit.outbox.Event;
import dev.rivulet.kit.outbox.EventHandler;
import dev.rivulet.kit.outbox.Inbox;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Erases here whom the success service has erased there. Ledger and invoices hold no persons and stay. */
@ApplicationScoped
class ContactErasures implements EventHandler {

    /** What this service reads of {@code dev.rivulet.success.contact.erased.v1}. */
    record ContactErased(UUID contactId) {

        static final String TYPE = "dev.rivulet.success.contact.erased.v1";
    }

    private final Inbox inbox;
    private final Contacts contacts;

    ContactErasures(Inbox inbox, Contacts contacts) {
        this.inbox = inbox;
        this.contacts = contacts;
    }

    @Override
    public String consumer() {
        return "subscription-contact-erasures";
    }

    @Incoming("contact-erasures")
    @Blocking
    public void receive(ConsumerRecords<String, String> records) {
        inbox.receive(this, records);
    }

    @Override
    public void on(Event event) {
        if (event.type().equals(ContactErased.TYPE) && !event.isTombstone()) {
            contacts.erase(event.as(ContactErased.class).contactId());
        }
    }
}
