package dev.rivulet.success.release;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rivulet.kit.outbox.Event;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What the catalog says it publishes is what this feature can read. */
class ProducersExamplesTest {

    @Test
    void shouldReadARelease() throws IOException {
        var example = Files.readString(
                Path.of("../catalog-service/src/main/resources/events/" + ReleaseAnnounced.TYPE + ".example.json"));
        var release = Event.read(example, ReleaseAnnounced.class);
        assertThat(release).hasNoNullFieldsOrProperties();
        assertThat(release.features()).containsExactly("weekly-report");
        assertThat(release.requesters()).hasSize(2);
        assertThat(release.requesters().getFirst().feedbackId()).isNotNull();
        assertThat(release.requesters().getLast().feedbackId()).isNull();
    }
}
