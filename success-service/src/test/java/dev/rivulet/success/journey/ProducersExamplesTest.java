package dev.rivulet.success.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rivulet.kit.outbox.Event;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the subscription service says it publishes is what this feature can read. */
class ProducersExamplesTest {

    @ParameterizedTest
    @ValueSource(strings = {DealFact.CONTRACTING, DealFact.WON, DealFact.LOST})
    void shouldReadADeal(String type) throws IOException {
        var example = Files.readString(
                Path.of("../subscription-service/src/main/resources/events/" + type + ".example.json"));
        var deal = Event.read(example, DealFact.class);
        assertThat(deal.dealId()).isNotNull();
        if (!type.equals(DealFact.LOST)) {
            assertThat(deal.accountId()).isNotNull();
        }
    }
}
