package dev.rivulet.catalog.sale;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rivulet.kit.outbox.Event;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What subscription-service publishes is what the catalog reads. */
class SubscriptionStateTest {

    private static final Path EXAMPLE =
            Path.of("../subscription-service/src/main/resources/events", SubscriptionState.TYPE + ".example.json");

    @Test
    void shouldReadTheProducersExample() throws IOException {
        var state = Event.read(Files.readString(EXAMPLE), SubscriptionState.class);
        assertThat(state).hasNoNullFieldsOrPropertiesExcept("endDate");
        assertThat(state.status()).isEqualTo(SoldSubscription.ACTIVE);
    }
}
