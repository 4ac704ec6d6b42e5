package dev.rivulet.kit.outbox;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event received: the CloudEvents 1.0 envelope of a Kafka record in binary mode, and its JSON.
 *
 * @param id unique within its source
 * @param source who published it, {@code /rivulet/<service>}
 * @param type what happened
 * @param tenant whose it is
 * @param aggregate the key: what it happened to
 * @param version of the aggregate after it
 * @param payload JSON, or null for a tombstone
 * @param loggedAt the time of its record in Kafka, the same however often it is read; null of one that was not read there
 */
public record Event(
        String id,
        String source,
        String type,
        String tenant,
        String aggregate,
        long version,
        @Nullable String payload,
        @Nullable String traceparent,
        @Nullable Instant loggedAt) {

    /** Reads only what the consumer declares: a producer may add fields at any time. */
    private static final ObjectMapper LENIENT = JsonMapper.builder()
            .findAndAddModules()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /** One to be written. */
    public Event(
            String id,
            String source,
            String type,
            String tenant,
            String aggregate,
            long version,
            @Nullable String payload,
            @Nullable String traceparent) {
        this(id, source, type, tenant, aggregate, version, payload, traceparent, null);
    }

    @JsonIgnore
    public boolean isTombstone() {
        return payload == null;
    }

    public UUID aggregateId() {
        return UUID.fromString(aggregate);
    }

    /** The payload as the consumer's own record. */
    public <T> T as(Class<T> type) {
        if (payload == null) {
            throw new IllegalStateException("a tombstone has no payload");
        }
        return read(payload, type);
    }

    /** How every consumer reads a payload; also what its contract test uses on the producer's examples. */
    public static <T> T read(String payload, Class<T> type) {
        try {
            return LENIENT.readValue(payload, type);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "payload is no " + type.getSimpleName() + ": " + e.getOriginalMessage(), e);
        }
    }
}
