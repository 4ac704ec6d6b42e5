package dev.rivulet.success.payment;

import dev.rivulet.kit.outbox.Event;
import dev.rivulet.kit.outbox.EventHandler;
import dev.rivulet.kit.outbox.Inbox;
import dev.rivulet.success.customer.CustomerLocks;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** The invoices of the subscription service. */
@ApplicationScoped
class InvoiceFacts implements EventHandler {

    private final Inbox inbox;
    private final CustomerLocks locks;
    private final Receivables receivables;

    InvoiceFacts(Inbox inbox, CustomerLocks locks, Receivables receivables) {
        this.inbox = inbox;
        this.locks = locks;
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
    public void prepare(List<Event> events) {
        locks.claim(events.stream()
                .filter(event -> !event.isTombstone()
                        && InvoiceFact.Kind.of(event.type()).isPresent())
                .map(event -> event.as(InvoiceFact.class).accountId())
                .toList());
    }

    @Override
    public void on(Event event) {
        if (!event.isTombstone()) {
            InvoiceFact.Kind.of(event.type())
                    .ifPresent(kind -> receivables.apply(kind, event.version(), event.as(InvoiceFact.class)));
        }
    }
}
