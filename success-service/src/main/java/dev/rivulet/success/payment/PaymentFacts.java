package dev.rivulet.success.payment;

import dev.rivulet.kit.outbox.Event;
import dev.rivulet.kit.outbox.EventHandler;
import dev.rivulet.kit.outbox.Inbox;
import dev.rivulet.success.customer.CustomerLocks;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Payments, credit notes and dunning of the subscription service. */
@ApplicationScoped
class PaymentFacts implements EventHandler {

    private final Inbox inbox;
    private final CustomerLocks locks;
    private final PaymentTroubles troubles;

    PaymentFacts(Inbox inbox, CustomerLocks locks, PaymentTroubles troubles) {
        this.inbox = inbox;
        this.locks = locks;
        this.troubles = troubles;
    }

    @Override
    public String consumer() {
        return "success-payments";
    }

    @Incoming("payments")
    @Blocking
    public void receivePayments(ConsumerRecords<String, String> records) {
        inbox.receive(this, records);
    }

    @Incoming("credit-notes")
    @Blocking
    public void receiveCreditNotes(ConsumerRecords<String, String> records) {
        inbox.receive(this, records);
    }

    @Incoming("dunning")
    @Blocking
    public void receiveDunning(ConsumerRecords<String, String> records) {
        inbox.receive(this, records);
    }

    @Override
    public void prepare(List<Event> events) {
        locks.claim(events.stream().flatMap(event -> accountOf(event).stream()).toList());
    }

    @Override
    public void on(Event event) {
        if (event.isTombstone()) {
            return;
        }
        switch (event.type()) {
            case SuspensionFact.SUSPENDED, SuspensionFact.RESUMED -> troubles.apply(event.as(SuspensionFact.class));
            default ->
                PaymentFactKind.of(event.type()).ifPresent(kind -> troubles.apply(kind, event.as(PaymentFact.class)));
        }
    }

    private static Optional<UUID> accountOf(Event event) {
        if (event.isTombstone()) {
            return Optional.empty();
        }
        return switch (event.type()) {
            case SuspensionFact.SUSPENDED, SuspensionFact.RESUMED ->
                Optional.of(event.as(SuspensionFact.class).accountId());
            default ->
                PaymentFactKind.of(event.type())
                        .map(kind -> event.as(PaymentFact.class).accountId());
        };
    }
}
