package dev.rivulet.catalog.clock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rivulet.kit.outbox.Event;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What the subscription service says it publishes is what this feature can read. */
class ProducersExamplesTest {

    @Test
    void shouldReadAMoveOfTheClock() throws IOException {
        var move = Files.readString(
                Path.of("../subscription-service/src/main/resources/events/" + ClockMoved.TYPE + ".example.json"));
        assertThat(Event.read(move, ClockMoved.class)).hasNoNullFieldsOrProperties();
    }
}
