package dev.rivulet.subscription.usage;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rivulet.kit.outbox.Envelope;
import dev.rivulet.kit.outbox.Event;
import dev.rivulet.kit.testing.Topic;
import dev.rivulet.subscription.Shop;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Plays the success service, whose usage log this is, towards one shop. */
public record Meter(Shop shop) {

    static final String LOG = "usage.events.v1";

    private static final ObjectMapper JSON = new ObjectMapper();

    public ProducerRecord<String, String> event(String id, UUID account, String user, String quantity, Instant at) {
        return event(id, account, user, "calls", quantity, at);
    }

    public ProducerRecord<String, String> event(
            String id, UUID account, String user, String metric, String quantity, Instant at) {
        return record(id, account, """
                {"accountId":"%s","userId":"%s","metric":"%s","quantity":"%s","occurredAt":"%s","new":1}""".formatted(account, user, metric, quantity, at));
    }

    ProducerRecord<String, String> record(String id, UUID account, String payload) {
        return Envelope.write(
                LOG,
                new Event(id, "/test", UsageFact.TYPE, shop.tenant, account.toString(), 0, payload, null),
                Instant.EPOCH);
    }

    @SafeVarargs
    @SuppressWarnings("varargs")
    public static void send(ProducerRecord<String, String>... records) {
        send(List.of(records));
    }

    public static void send(List<ProducerRecord<String, String>> records) {
        Topic.make(LOG);
        Topic.send(records);
    }

    public JsonNode usage(UUID account, String query) {
        return get("/accounts/" + account + "/usage?metric=calls&" + query);
    }

    JsonNode get(String path) {
        try {
            return JSON.readTree(shop.as("billing")
                    .get(path)
                    .then()
                    .statusCode(200)
                    .extract()
                    .asString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void eventually(String path, Consumer<JsonNode> assertion) {
        await().atMost(60, SECONDS).untilAsserted(() -> assertion.accept(get(path)));
    }
}
