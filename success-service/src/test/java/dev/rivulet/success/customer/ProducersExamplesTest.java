package dev.rivulet.success.customer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rivulet.kit.outbox.Event;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

/** What the subscription service says it publishes is what this feature can read. */
class ProducersExamplesTest {

    @Test
    void shouldReadAnAccount() throws IOException {
        var account = Event.read(example("account.changed"), AccountState.class);
        assertThat(account).hasNoNullFieldsOrProperties();
        assertThat(ZoneId.of(account.zone())).isNotNull();
    }

    @Test
    void shouldReadASubscription() throws IOException {
        var subscription = Event.read(example("subscription.changed"), SubscriptionState.class);
        assertThat(subscription).hasNoNullFieldsOrPropertiesExcept("endDate", "baseId");
        assertThat(subscription.benefit()).hasNoNullFieldsOrProperties();
        assertThat(subscription.benefit().withinDays()).isPositive();
        assertThat(subscription.propositionVersion()).isPositive();
        assertThat(subscription.seats()).isPositive();
        assertThat(subscription.history())
                .hasSize(2)
                .allSatisfy(term -> assertThat(term).hasNoNullFieldsOrProperties());
    }

    private static String example(String type) throws IOException {
        return Files.readString(Path.of("../subscription-service/src/main/resources/events/dev.rivulet.subscription."
                + type + ".v1.example.json"));
    }
}
