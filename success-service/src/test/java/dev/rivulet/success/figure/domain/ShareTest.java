package dev.rivulet.success.figure.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShareTest {

    @Test
    void shouldAgreeWithThePublishedInterval() throws IOException {
        try (var file = ShareTest.class.getResourceAsStream("/cases/success_cases.json")) {
            var published = StreamSupport.stream(
                            new ObjectMapper().readTree(file).path("cases").spliterator(), false)
                    .filter(c -> c.path("metric").asText().equals("Binomial interval"))
                    .toList();
            assertThat(published).isNotEmpty().allSatisfy(c -> {
                var share =
                        new Share(c.at("/input/x").asLong(), c.at("/input/n").asLong());
                var tolerance = within(c.path("tolerance").asDouble());
                assertThat(share.low()).isCloseTo(c.at("/expected/wilson/0").asDouble(), tolerance);
                assertThat(share.high()).isCloseTo(c.at("/expected/wilson/1").asDouble(), tolerance);
            });
        }
    }

    /** Table I of Newcombe, Two-sided confidence intervals for the single proportion, Statistics in Medicine 1998. */
    @ParameterizedTest
    @CsvSource({"81, 263, 0.2553, 0.3662", "15, 148, 0.0624, 0.1605", "0, 20, 0.0000, 0.1611", "1, 29, 0.0061, 0.1718"})
    void shouldAgreeWithNewcombe(long hits, long of, double low, double high) {
        assertThat(new Share(hits, of).low()).isCloseTo(low, within(0.00005));
        assertThat(new Share(hits, of).high()).isCloseTo(high, within(0.00005));
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 0, 0, 1", "0, 5, 0, 0, 0.434482", "5, 5, 1, 0.565518, 1", "1, 2, 0.5, 0.094531, 0.905469"})
    void shouldStaySensibleAtTheEnds(long hits, long of, double value, double low, double high) {
        var share = new Share(hits, of);
        assertThat(share.value()).isEqualTo(value);
        assertThat(share.low()).isCloseTo(low, within(1e-6));
        assertThat(share.high()).isCloseTo(high, within(1e-6));
        assertThat(share.isEmpty()).isEqualTo(of == 0);
    }

    @ParameterizedTest
    @CsvSource({"-1, 5", "6, 5"})
    void shouldRefuseMoreThanThereAre(long hits, long of) {
        assertThatThrownBy(() -> new Share(hits, of)).isInstanceOf(IllegalArgumentException.class);
    }
}
