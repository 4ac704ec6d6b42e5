package dev.rivulet.subscription.billing;

import static org.junit.jupiter.api.Named.named;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What becomes of money, taxes, coupons, payers, zones and revenue over the months, to the cent. */
@QuarkusTest
class BillingStoriesTest {

    static Stream<Arguments> stories() throws IOException {
        try (var in = BillingStoriesTest.class.getResourceAsStream("/cases/billing_stories.json")) {
            return new ObjectMapper()
                    .readTree(in)
                    .get("stories")
                    .valueStream()
                    .map(json -> Arguments.of(named(
                            json.get("id").asText() + " " + json.get("title").asText(), json)));
        }
    }

    @ParameterizedTest
    @MethodSource("stories")
    void shouldComeToWhatTheStorySays(JsonNode json) {
        new BillingStory(json).play();
    }
}
