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
        @Schema(examples = "deal-wins") String consumer,
        @Schema(examples = "orders") String topic,
        int partition,
        long offset,

        @Schema(examples = "019b2f6e-0b1c-7cc3-98c4-dc0c0c07398f")
        String key,

        @Schema(examples = "019b2f71-9c3e-7f42-b1d6-0a8e4c7d2f13")
        String eventId,

        @Schema(examples = "dev.rivulet.subscription.invoice.finalized.v1")
        String eventType,

        @Schema(examples = "no such plan") String reason,

        @Schema(examples = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01") @Nullable
        String traceparent) {

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
