package dev.rivulet.success.usage.domain;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rivulet.success.PublishedCases;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class StickinessTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(nullValues = "null", textBlock = """
            everybody every day,        10 10 10 10, 10, 10.00, 1.0000
            each once,                  3 3 2 2,     10,  2.50, 0.2500
            one of three on one of two, 1 0,          3,  0.50, 0.1667
            nobody,                     0 0 0,        0,  0.00, null
            """)
    void shouldBeTheMeanDayPerUserOfTheWindow(
            String name, String daily, int users, BigDecimal mean, BigDecimal stickiness) {
        var days = Arrays.stream(daily.split(" ")).mapToInt(Integer::parseInt).toArray();
        assertThat(Stickiness.of(days, users)).isEqualTo(new Stickiness(mean, users, stickiness));
    }

    /** The same number of users on every day of the window. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("published")
    void shouldBeThePublishedRatio(String id, JsonNode input, JsonNode expected) {
        var daily = new int[LicenceUse.WINDOW];
        Arrays.fill(daily, input.path("dau").asInt());
        assertThat(Stickiness.of(daily, input.path("mau").asInt()).stickiness())
                .isEqualTo(new BigDecimal(expected.path("stickiness").asText()));
    }

    static Stream<Arguments> published() {
        return PublishedCases.about("DAU/MAU");
    }
}
