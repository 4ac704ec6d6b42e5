package dev.rivulet.subscription.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.util.RawValue;
import dev.rivulet.kit.outbox.Event;
import dev.rivulet.kit.outbox.EventHandler;
import dev.rivulet.kit.outbox.Inbox;
import dev.rivulet.kit.sql.Sql;
import dev.rivulet.kit.tenancy.Tenants;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jspecify.annotations.Nullable;

/**
 * Turns each event into a delivery per endpoint that wants it, by listening to this service's own topics like any other
 * consumer. So no feature that publishes knows of webhooks, no invoice run waits for them, and a tenant without an
 * endpoint costs nothing but the look at a header: which tenants have one is asked once per batch.
 */
@ApplicationScoped
public class FanOut implements EventHandler {

    private final Inbox inbox;
    private final DeliveryQueue queue;
    private final DeliveryStore deliveries;
    private final Tenants tenants;
    private final Sql sql;
    private final ObjectMapper json;
    private final InstantSource time;

    FanOut(
            Inbox inbox,
            DeliveryQueue queue,
            DeliveryStore deliveries,
            Tenants tenants,
            Sql sql,
            ObjectMapper json,
            InstantSource time) {
        this.inbox = inbox;
        this.queue = queue;
        this.deliveries = deliveries;
        this.tenants = tenants;
        this.sql = sql;
        this.json = json;
        this.time = time;
    }

    @Override
    public String consumer() {
        return "webhook-fan-out";
    }

    @Incoming("webhook-events")
    @Blocking
    public void receive(ConsumerRecords<String, String> records) {
        var listening = listening();
        inbox.receive(this, listening == null ? records : of(listening, records));
    }

    /** Null when the database is away: then the inbox gets everything, which has the patience. */
    private @Nullable Set<String> listening() {
        try {
            return tenants.asSystem(() -> QuarkusTransaction.requiringNew().call(queue::tenants));
        } catch (RuntimeException e) {
            return null;
        }
    }

    private static ConsumerRecords<String, String> of(Set<String> listening, ConsumerRecords<String, String> records) {
        var kept = new HashMap<TopicPartition, List<ConsumerRecord<String, String>>>();
        for (var record : records) {
            var tenant = record.headers().lastHeader("ce_tenant");
            if (tenant != null && listening.contains(new String(tenant.value(), StandardCharsets.UTF_8))) {
                kept.computeIfAbsent(
                                new TopicPartition(record.topic(), record.partition()), partition -> new ArrayList<>())
                        .add(record);
            }
        }
        return new ConsumerRecords<>(kept, Map.of());
    }

    private record Listener(UUID id, boolean enabled) {}

    @Override
    public void on(Event event) {
        var now = time.instant();
        // Ids of version 7 are in the order of time: what is older than an endpoint is not for it.
        var id = UUID.fromString(event.id());
        var listeners = sql.query(
                // One that failed gets what it missed when it is enabled again. In order, because each is locked.
                "SELECT id, enabled FROM webhook_endpoint WHERE tenant_id = ?"
                        + " AND (enabled OR disabled_reason = 'CONTINUOUS_FAILURE') AND id <= ?"
                        + " AND ('*' = ANY (event_types) OR ? = ANY (event_types)) ORDER BY id",
                row -> new Listener(row.getObject(1, UUID.class), row.getBoolean(2)),
                tenants.current(),
                id,
                event.type());
        for (var listener : listeners) {
            queue.lock(listener.id());
            deliveries.add(listener.id(), event.id(), event.type(), body(event, id), now);
            if (listener.enabled()) {
                queue.wake(listener.id(), now);
            }
        }
    }

    private String body(Event event, UUID id) {
        var body = json.createObjectNode()
                .put("type", event.type())
                .put("id", event.id())
                .put("time", happened(id).toString());
        body.putRawValue("data", new RawValue(event.payload() == null ? "null" : event.payload()));
        try {
            return json.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** Such an id begins with the milliseconds of its making, which the outbox did with the fact. */
    private static Instant happened(UUID id) {
        return Instant.ofEpochMilli(id.getMostSignificantBits() >>> 16);
    }
}
