package dev.rivulet.subscription.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The schemas of the events as they are shipped, by type. */
final class EventSchemas {

    private static final String END = ".schema.json";

    private EventSchemas() {}

    static void shouldFit(String type, String payload) {
        var schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(resource("events/" + type + END));
        var faults = schema.validate(
                payload,
                InputFormat.JSON,
                context -> context.getExecutionConfig().setFormatAssertionsEnabled(true));
        assertThat(faults).as(type + " " + payload).isEmpty();
    }

    static String example(String type) {
        return resource("events/" + type + ".example.json");
    }

    static String resource(String name) {
        try (var stream = EventSchemas.class.getClassLoader().getResourceAsStream(name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
