package dev.rivulet.catalog.proposition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rivulet.kit.outbox.Event;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What success-service publishes is what the catalog reads. */
class ConfirmedPromiseTest {

    private static final Path EXAMPLE =
            Path.of("../success-service/src/main/resources/events", ConfirmedPromise.TYPE + ".example.json");

    @Test
    void shouldReadTheProducersExample() throws IOException {
        var promise = Event.read(Files.readString(EXAMPLE), ConfirmedPromise.class);
        assertThat(promise).hasNoNullFieldsOrProperties();
        assertThat(promise.propositionVersion()).isPositive();
    }

    @Test
    void shouldReadThatAWordIsTakenBack() throws IOException {
        var example = Path.of("../success-service/src/main/resources/events", ContestedPromise.TYPE + ".example.json");
        assertThat(Event.read(Files.readString(example), ContestedPromise.class))
                .hasNoNullFieldsOrProperties();
    }
}
