package dev.rivulet.kit.outbox;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rivulet.kit.tenancy.Tenants;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * CloudEvents 1.0 in Kafka's binary mode: attributes as {@code ce_} headers, the key is the aggregate. Facts of other
 * systems may come in structured mode as well, with the attributes beside {@code data} in one JSON object.
 */
public final class Envelope {

    private Envelope() {}

    /** A record ready to send. */
    public static ProducerRecord<String, @Nullable String> write(String topic, Event event, Instant time) {
        var record = new ProducerRecord<String, @Nullable String>(topic, event.aggregate(), event.payload());
        var headers = record.headers();
        put(headers, "ce_specversion", "1.0");
        put(headers, "ce_id", event.id());
        put(headers, "ce_source", event.source());
        put(headers, "ce_type", event.type());
        put(headers, "ce_time", time.toString());
        put(headers, "ce_subject", event.aggregate());
        put(headers, "ce_tenant", event.tenant());
        put(headers, "ce_aggregateversion", Long.toString(event.version()));
        put(headers, "content-type", "application/json");
        if (event.traceparent() != null) {
            put(headers, TraceContext.HEADER, event.traceparent());
        }
        return record;
    }

    static Event read(ConsumerRecord<String, String> given) {
        var type = get(given.headers(), "content-type");
        var record = type != null && type.startsWith("application/cloudevents+json") ? binary(given) : given;
        var headers = record.headers();
        var tenant = required(headers, "ce_tenant");
        if (!Tenants.isValid(tenant)) {
            throw new IllegalArgumentException("ce_tenant names no tenant");
        }
        if (record.key() == null) {
            throw new IllegalArgumentException("the record has no key");
        }
        return new Event(
                required(headers, "ce_id"),
                required(headers, "ce_source"),
                required(headers, "ce_type"),
                tenant,
                record.key(),
                version(get(headers, "ce_aggregateversion")),
                record.value(),
                get(headers, TraceContext.HEADER),
                given.timestamp() < 0 ? null : Instant.ofEpochMilli(given.timestamp()));
    }

    /** The same in binary mode. */
    private static ConsumerRecord<String, String> binary(ConsumerRecord<String, String> record) {
        var event = Event.read(String.valueOf(record.value()), JsonNode.class);
        var same = new ConsumerRecord<>(
                record.topic(), record.partition(), record.offset(), record.key(), String.valueOf(event.get("data")));
        event.properties()
                .forEach(attribute -> put(
                        same.headers(),
                        "ce_" + attribute.getKey(),
                        attribute.getValue().asText()));
        return same;
    }

    /** Facts of other systems, such as usage, concern no aggregate of ours and have no version. */
    private static long version(@Nullable String header) {
        return header == null ? 0 : Long.parseLong(header);
    }

    static @Nullable String get(Headers headers, String name) {
        var header = headers.lastHeader(name);
        return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }

    private static String required(Headers headers, String name) {
        var value = get(headers, name);
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException("the record has no " + name);
        }
        return value;
    }

    private static void put(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
