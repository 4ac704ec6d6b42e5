package dev.rivulet.kit.outbox;

import dev.rivulet.kit.tenancy.Tenants;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
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
                inTransaction(tenant, () -> {
                    handler.prepare(run.stream().map(Arrival::event).toList());
                    run.forEach(arrival -> once(handler, arrival));
                });
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
                park(handler, arrival, e);
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

    /**
     * For hot topics of facts that do not depend on each other: a tenant's facts of a whole poll in one transaction, so
     * that the consumer can write them together. It knows by itself those it has had. What it cannot read is parked
     * alone; where writing fails, the facts are handled one by one.
     *
     * @param read the fact of an event; empty if the event is none of the consumer's
     * @param apply writes the facts and returns what to do once they are committed
     */
    public <T> void receiveTogether(
            EventHandler handler,
            Function<Event, Optional<T>> read,
            Function<List<T>, Runnable> apply,
            ConsumerRecords<String, String> records) {
        var facts = new LinkedHashMap<String, List<Fact<T>>>();
        for (var record : records) {
            var arrival = arrival(handler, record);
            if (arrival != null) {
                fact(handler, read, arrival)
                        .ifPresent(fact -> facts.computeIfAbsent(arrival.event().tenant(), tenant -> new ArrayList<>())
                                .add(fact));
            }
        }
        facts.forEach((tenant, all) -> patience.untilDone(() -> {
            try {
                write(tenant, apply, all);
            } catch (RuntimeException e) {
                if (Patience.isTransient(e)) {
                    throw e;
                }
                all.forEach(fact -> writeAlone(handler, apply, fact));
            }
        }));
    }

    private record Fact<T>(T said, Arrival arrival) {}

    private <T> Optional<Fact<T>> fact(EventHandler handler, Function<Event, Optional<T>> read, Arrival arrival) {
        try {
            return read.apply(arrival.event()).map(said -> new Fact<>(said, arrival));
        } catch (IllegalArgumentException e) {
            patience.untilDone(() -> park(handler, arrival, e));
            return Optional.empty();
        }
    }

    private <T> void writeAlone(EventHandler handler, Function<List<T>, Runnable> apply, Fact<T> fact) {
        patience.untilDone(() -> {
            try {
                write(fact.arrival().event().tenant(), apply, List.of(fact));
            } catch (RuntimeException e) {
                if (Patience.isTransient(e)) {
                    throw e;
                }
                park(handler, fact.arrival(), e);
            }
        });
    }

    private <T> void write(String tenant, Function<List<T>, Runnable> apply, List<Fact<T>> facts) {
        var said = facts.stream().map(Fact::said).toList();
        tenants.as(tenant, () -> {
            QuarkusTransaction.requiringNew().call(() -> apply.apply(said)).run();
            return true;
        });
    }

    private void park(EventHandler handler, Arrival arrival, RuntimeException e) {
        LOG.errorf(e, "%s: parked %s", handler.consumer(), arrival.event().id());
        inTransaction(
                arrival.event().tenant(), () -> deadLetters.park(handler.consumer(), arrival, Patience.reason(e)));
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
