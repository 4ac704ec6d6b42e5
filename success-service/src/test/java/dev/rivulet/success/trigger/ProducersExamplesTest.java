package dev.rivulet.success.trigger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rivulet.kit.outbox.Event;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What the subscription service says it publishes is what this feature can read. */
class ProducersExamplesTest {

    @Test
    void shouldReadASuspension() throws IOException {
        var example = Files.readString(
                Path.of("../subscription-service/src/main/resources/events/" + SuspensionFact.TYPE + ".example.json"));
        assertThat(Event.read(example, SuspensionFact.class)).hasNoNullFieldsOrProperties();
    }
}
