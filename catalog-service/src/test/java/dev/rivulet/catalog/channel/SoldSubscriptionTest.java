package dev.rivulet.catalog.channel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rivulet.kit.outbox.Event;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What subscription-service publishes is what the channel gate reads. */
class SoldSubscriptionTest {

    private static final Path EXAMPLE =
            Path.of("../subscription-service/src/main/resources/events", SoldSubscription.TYPE + ".example.json");

    @Test
    void shouldReadTheProducersExample() throws IOException {
        var sold = Event.read(Files.readString(EXAMPLE), SoldSubscription.class);
        assertThat(sold).hasNoNullFieldsOrProperties();
    }
}
