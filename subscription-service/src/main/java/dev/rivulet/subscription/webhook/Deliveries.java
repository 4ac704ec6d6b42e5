package dev.rivulet.subscription.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rivulet.subscription.webhook.Attempt.Cause;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.jspecify.annotations.Nullable;

/** Shows deliveries, and sends at once what somebody asks for: outside of any transaction, while the caller waits. */
@ApplicationScoped
class Deliveries {

    /** Type of the event that is none: a test of the endpoint. */
    static final String PING = "dev.rivulet.subscription.webhook-endpoint.pinged.v1";

    private final Courier courier;
    private final DeliveryStore store;
    private final Sender sender;
    private final ObjectMapper json;
    private final InstantSource time;

    Deliveries(Courier courier, DeliveryStore store, Sender sender, ObjectMapper json, InstantSource time) {
        this.courier = courier;
        this.store = store;
        this.sender = sender;
        this.json = json;
        this.time = time;
    }

    @Transactional
    List<Delivery> list(@Nullable UUID endpointId, @Nullable DeliveryStatus status, UUID after, int limit) {
        return store.list(endpointId, status, after, limit);
    }

    @Transactional
    DeliveryView get(UUID id) {
        return DeliveryView.of(courier.get(id), store.attempts(id));
    }

    /** One more attempt now; returns the delivery after it. */
    UUID resend(UUID id) {
        var task = courier.again(id);
        courier.record(id, sender.send(task.letter(), Cause.RESEND));
        return id;
    }

    /** Sends a test event now, to a disabled endpoint, too. */
    UUID ping(UUID endpointId) {
        var eventId = UuidVersion7Strategy.INSTANCE.generateUuid(null).toString();
        var body = body(eventId, endpointId);
        var letter = courier.letter(endpointId, eventId, body);
        return courier.recordPing(endpointId, eventId, body, sender.send(letter, Cause.PING));
    }

    private String body(String eventId, UUID endpointId) {
        try {
            return json.writeValueAsString(new TreeMap<>(Map.of(
                    "type", PING, "id", eventId, "time", time.instant(), "data", Map.of("endpointId", endpointId))));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
