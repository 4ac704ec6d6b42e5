package dev.rivulet.kit.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnvelopeTest {

    private static final String STRUCTURED = """
            {"specversion":"1.0","id":"e-1","source":"/acme","type":"t.v1","tenant":"acme","time":"2025-03-01T09:30:00Z",
            "subject":"key","datacontenttype":"application/json","data":{"quantity":"1.50","n":[1,2]}}""";

    private static ConsumerRecord<String, String> structured(String value) {
        var record = new ConsumerRecord<>("topic", 0, 7, "key", value);
        record.headers()
                .add("content-type", "application/cloudevents+json; charset=UTF-8".getBytes(StandardCharsets.UTF_8));
        return record;
    }

    @Test
    void shouldReadAnEventInStructuredMode() {
        assertThat(Envelope.read(structured(STRUCTURED)))
                .isEqualTo(new Event(
                        "e-1", "/acme", "t.v1", "acme", "key", 0, "{\"quantity\":\"1.50\",\"n\":[1,2]}", null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "7", "[]", "{\"id\":\"e-1\"}"})
    void shouldRefuseWhatIsNone(String value) {
        assertThatThrownBy(() -> Envelope.read(structured(value))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Envelope.read(structured(STRUCTURED.replace("\"acme\",", "\"Not a tenant\","))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Envelope.read(structured(null))).isInstanceOf(IllegalArgumentException.class);
    }
}
