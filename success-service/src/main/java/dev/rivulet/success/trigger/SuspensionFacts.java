package dev.rivulet.success.trigger;

import dev.rivulet.kit.outbox.Event;
import dev.rivulet.kit.outbox.EventHandler;
import dev.rivulet.kit.outbox.Inbox;
import dev.rivulet.success.customer.CustomerLocks;
import dev.rivulet.success.task.Reason;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Customers whose service was stopped for their debts. */
@ApplicationScoped
class SuspensionFacts implements EventHandler {

    private final Inbox inbox;
    private final CustomerLocks locks;
    private final Watching watching;

    SuspensionFacts(Inbox inbox, CustomerLocks locks, Watching watching) {
        this.inbox = inbox;
        this.locks = locks;
        this.watching = watching;
    }

    @Override
    public String consumer() {
        return "success-trigger-suspensions";
    }

    @Incoming("trigger-suspensions")
    @Blocking
    public void receive(ConsumerRecords<String, String> records) {
        inbox.receive(this, records);
    }

    @Override
    public void prepare(List<Event> events) {
        locks.claim(events.stream()
                .filter(event -> event.type().equals(SuspensionFact.TYPE))
                .map(event -> event.as(SuspensionFact.class).accountId())
                .toList());
    }

    @Override
    public void on(Event event) {
        if (event.type().equals(SuspensionFact.TYPE)) {
            var fact = event.as(SuspensionFact.class);
            watching.happened(
                    ConditionKind.ACCOUNT_SUSPENDED, fact.accountId(), Reason.of("account-suspended", fact.owed()));
        }
    }
}
