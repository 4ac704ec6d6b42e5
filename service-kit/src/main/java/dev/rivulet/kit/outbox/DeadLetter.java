package dev.rivulet.kit.outbox;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An event that waits for an operator.
 *
 * @param consumer which consumer could not apply it
 * @param topic with partition and offset: where it lies in Kafka
 * @param key the aggregate; its later events wait behind this one
 * @param reason the failure, or that an earlier event of the key is parked
 * @param traceparent W3C trace context of the change that published it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "DeadLetter")
public record DeadLetter(
        UUID id,
        String consumer,
        String topic,
        int partition,
        long offset,
        String key,
        String eventId,
        String eventType,
        String reason,
        @Nullable String traceparent) {

    static DeadLetter of(
            UUID id, String consumer, String topic, int partition, long offset, Event event, String reason) {
        return new DeadLetter(
                id,
                consumer,
                topic,
                partition,
                offset,
                event.aggregate(),
                event.id(),
                event.type(),
                reason,
                event.traceparent());
    }
}
