package dev.rivulet.subscription.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The schemas of the events as they are shipped, by type. */
final class EventSchemas {

    private static final Path FILES = Path.of("src/main/resources/events");
    private static final String END = ".schema.json";

    private EventSchemas() {}

    /** All types there are; the AsyncAPI names exactly these. */
    static Set<String> types() {
        try (var files = Files.list(FILES)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(END))
                    .map(name -> name.substring(0, name.length() - END.length()))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

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
