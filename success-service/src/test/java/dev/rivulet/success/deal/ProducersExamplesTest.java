package dev.rivulet.success.deal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rivulet.kit.outbox.Event;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What the subscription service says it publishes is what this feature can read. */
class ProducersExamplesTest {

    @Test
    void shouldReadADeal() throws IOException {
        var example = Files.readString(
                Path.of("../subscription-service/src/main/resources/events/" + DealState.TYPE + ".example.json"));
        var deal = Event.read(example, DealState.class);
        assertThat(deal).hasNoNullFieldsOrPropertiesExcept("lossReason");
        assertThat(deal.customer()).isEqualTo(deal.accountId());
    }
}
