package dev.rivulet.success.contact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rivulet.kit.outbox.Event;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What the subscription service says it publishes is what this feature can read. */
class ProducersExamplesTest {

    @Test
    void shouldReadAContact() throws IOException {
        var example = Files.readString(
                Path.of("../subscription-service/src/main/resources/events/" + ContactState.TYPE + ".example.json"));
        assertThat(Event.read(example, ContactState.class)).hasNoNullFieldsOrProperties();
    }
}
