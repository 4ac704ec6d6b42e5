package dev.rivulet.success.revenue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rivulet.kit.outbox.Event;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What the subscription service says it publishes is what this feature can read. */
class ProducersExamplesTest {

    @Test
    void shouldReadAMovementOfRevenue() throws IOException {
        var example = Files.readString(
                Path.of("../subscription-service/src/main/resources/events/" + MrrMoved.TYPE + ".example.json"));
        var moved = Event.read(example, MrrMoved.class);
        assertThat(moved).hasNoNullFieldsOrProperties();
        assertThat(moved.movement().recordedAt()).isEqualTo(moved.recordedAt());
        assertThat(moved.movement().isLate()).isFalse();
    }
}
