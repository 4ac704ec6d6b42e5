package dev.rivulet.kit.outbox;

import dev.rivulet.kit.tenancy.Tenants;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Each event has one effect, however often it arrives. A batch is handled in one transaction per run of records of one
 * tenant; where that fails, record by record, so that only the record at fault is parked as a dead letter, and behind
 * it those of the same key, in order.
 */
@Singleton
public class Inbox {

    private static final Logger LOG = Logger.getLogger(Inbox.class);

    private final Received received;
    private final DeadLetters deadLetters;
    private final Tenants tenants;
    private final Patience patience;

    Inbox(Received received, DeadLetters deadLetters, Tenants tenants, Patience patience) {
        this.received = received;
        this.deadLetters = deadLetters;
        this.tenants = tenants;
        this.patience = patience;
    }

    /** Returns when every record has had its effect or is parked; waits as long as the database is away. */
    public void receive(EventHandler handler, ConsumerRecords<String, String> records) {
        var run = new ArrayList<Arrival>();
        for (var record : records) {
            var arrival = arrival(handler, record);
            if (arrival == null) {
                continue;
            }
            if (!run.isEmpty()
                    && !run.getLast().event().tenant().equals(arrival.event().tenant())) {
                handle(handler, run);
                run.clear();
            }
            run.add(arrival);
        }
        if (!run.isEmpty()) {
            handle(handler, run);
        }
    }

    /** A record with its envelope read. */
    record Arrival(Event event, ConsumerRecord<String, String> record) {}

    private @Nullable Arrival arrival(EventHandler handler, ConsumerRecord<String, String> record) {
        try {
            return new Arrival(Envelope.read(record), record);
        } catch (IllegalArgumentException e) {
            LOG.errorf(
                    "%s: %s-%d@%d has no valid envelope: %s",
                    handler.consumer(), record.topic(), record.partition(), record.offset(), e.getMessage());
            patience.untilDone(() ->
                    tenants.asSystem(() -> QuarkusTransaction.requiringNew().call(() -> {
                        deadLetters.parkUnreadable(handler.consumer(), record, String.valueOf(e.getMessage()));
                        return true;
                    })));
            return null;
        }
    }

    private void handle(EventHandler handler, List<Arrival> run) {
        var tenant = run.getFirst().event().tenant();
        patience.untilDone(() -> {
            try {
                inTransaction(tenant, () -> run.forEach(arrival -> once(handler, arrival)));
            } catch (RuntimeException e) {
                if (Patience.isTransient(e)) {
                    throw e;
                }
                run.forEach(arrival -> handleAlone(handler, arrival));
            }
        });
    }

    private void handleAlone(EventHandler handler, Arrival arrival) {
        var tenant = arrival.event().tenant();
        patience.untilDone(() -> {
            try {
                inTransaction(tenant, () -> once(handler, arrival));
            } catch (RuntimeException e) {
                if (Patience.isTransient(e)) {
                    throw e;
                }
                LOG.errorf(
                        e, "%s: parked %s", handler.consumer(), arrival.event().id());
                inTransaction(tenant, () -> deadLetters.park(handler.consumer(), arrival, Patience.reason(e)));
            }
        });
    }

    private void once(EventHandler handler, Arrival arrival) {
        var event = arrival.event();
        if (deadLetters.blocks(handler.consumer(), event.aggregate())) {
            deadLetters.park(handler.consumer(), arrival, "behind an earlier dead letter of the same key");
            return;
        }
        apply(handler, event, arrival.record().topic());
    }

    /**
     * Marks the event as received and applies it. A fact is known by its id; of snapshots only a newer version counts,
     * so that a copy is rebuilt by forgetting its versions and reading the topic from the beginning.
     */
    void apply(EventHandler handler, Event event, String topic) {
        var isSnapshot = topic.contains(".state.");
        if (isSnapshot
                ? !received.newer(handler.consumer(), topic, event)
                : !received.first(handler.consumer(), event)) {
            return;
        }
        TraceContext.continuing(event.traceparent(), handler.consumer(), () -> handler.on(event));
    }

    private void inTransaction(String tenant, Runnable work) {
        tenants.as(
                tenant,
                () -> QuarkusTransaction.requiringNew().call(() -> {
                    work.run();
                    return true;
                }));
    }
}
