package dev.rivulet.success.payment;

import dev.rivulet.kit.outbox.Event;
import dev.rivulet.kit.outbox.EventHandler;
import dev.rivulet.kit.outbox.Inbox;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** The invoices of the subscription service. */
@ApplicationScoped
class InvoiceFacts implements EventHandler {

    private final Inbox inbox;
    private final Receivables receivables;

    InvoiceFacts(Inbox inbox, Receivables receivables) {
        this.inbox = inbox;
        this.receivables = receivables;
    }

    @Override
    public String consumer() {
        return "success-invoices";
    }

    @Incoming("invoices")
    @Blocking
    public void receive(ConsumerRecords<String, String> records) {
        inbox.receive(this, records);
    }

    @Override
    public void on(Event event) {
        if (!event.isTombstone()) {
            InvoiceFact.Kind.of(event.type())
                    .ifPresent(kind -> receivables.apply(kind, event.version(), event.as(InvoiceFact.class)));
        }
    }
}
