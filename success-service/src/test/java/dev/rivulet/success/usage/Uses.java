package dev.rivulet.success.usage;

import dev.rivulet.kit.outbox.Envelope;
import dev.rivulet.kit.outbox.Event;
import dev.rivulet.kit.testing.Topic;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;

/** A product that writes its usage to the log directly, for one tenant. */
record Uses(String tenant) {

    ProducerRecord<String, String> event(
            String id, UUID account, String user, String metric, String feature, String quantity, Instant at) {
        return event(id, account, """
                {"accountId":"%s","userId":"%s","metric":"%s",%s"quantity":"%s","occurredAt":"%s"}""".formatted(
                account, user, metric, feature == null ? "" : "\"feature\":\"" + feature + "\",", quantity, at));
    }

    ProducerRecord<String, String> event(String id, UUID account, String payload) {
        var event = new Event(
                id,
                "/test/direct",
                "dev.rivulet.usage.usage.recorded.v1",
                tenant,
                account.toString(),
                0,
                payload,
                null);
        return Envelope.write("usage.events.v1", event, Instant.EPOCH);
    }

    @SafeVarargs
    @SuppressWarnings("varargs")
    static void send(ProducerRecord<String, String>... records) {
        Topic.send(List.of(records));
    }
}
