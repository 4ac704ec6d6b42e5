package dev.rivulet.success.survey.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rivulet.success.figure.domain.Share;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Published figures of satisfaction and effort; those of the NPS are beside it. */
class SurveyCasesTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource("satisfaction")
    void shouldAgreeOnSatisfaction(String id, JsonNode input, JsonNode expected, double tolerance) {
        var scale = new Scale(1, 5);
        var share = input.has("counts")
                ? new Share(
                        tally(input).between(scale.satisfiedFrom(), scale.max()),
                        tally(input).n())
                : new Share(
                        input.path("satisfied").asLong(), input.path("total").asLong());
        if (expected.has("satisfied")) {
            assertThat(share.hits()).isEqualTo(expected.path("satisfied").asLong());
            assertThat(share.of()).isEqualTo(expected.path("total").asLong());
            assertThat(Math.round(share.value() * 100))
                    .isEqualTo(expected.path("csat_rounded").asLong());
        }
        assertThat(share.value() * 100).isCloseTo(expected.path("csat_percent").asDouble(), within(tolerance));
        assertThat(share.low()).isLessThan(share.value());
        assertThat(share.high()).isGreaterThan(share.value());
    }

    static Stream<Arguments> satisfaction() throws IOException {
        return cases("CSAT", 2);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("boxes")
    void shouldAgreeOnTheBoxesAtTheTop(String id, JsonNode input, JsonNode expected, double tolerance) {
        var boxes = StreamSupport.stream(input.path("ranges").spliterator(), false)
                .map(range -> new Scale(1, range.asInt()).topBoxes())
                .toList();
        assertThat(boxes)
                .isEqualTo(StreamSupport.stream(
                                expected.path("satisfied_top_boxes").spliterator(), false)
                        .map(JsonNode::asInt)
                        .toList());
        // The case's own example: of ten points 8, 9 and 10.
        assertThat(new Scale(1, 10).satisfiedFrom()).isEqualTo(8);
    }

    static Stream<Arguments> boxes() throws IOException {
        return cases("CSAT top-box by scale", 1);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("means")
    void shouldAgreeOnTheMeanOfEffort(String id, JsonNode input, JsonNode expected, double tolerance) {
        var effort = new Effort(tally(input), new Scale(1, input.path("points").asInt(7)));
        assertThat(effort.n()).isEqualTo(expected.path("n").asLong());
        assertThat(effort.tally().sum()).isEqualTo(expected.path("sum").asLong());
        assertThat(effort.mean()).isCloseTo(expected.path("ces_mean").asDouble(), within(1e-9));
    }

    static Stream<Arguments> means() throws IOException {
        return cases("CES (mean, 1-7)", 1);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("shares")
    void shouldAgreeOnTheShareOfEase(String id, JsonNode input, JsonNode expected, double tolerance) {
        var easy = input.has("counts")
                ? new Effort(tally(input), new Scale(1, input.path("points").asInt(7))).easy()
                : new Share(input.path("positive").asLong(), input.path("total").asLong());
        assertThat(easy.value() * 100)
                .isCloseTo(expected.path("ces_percent_easy").asDouble(), within(1e-9));
    }

    static Stream<Arguments> shares() throws IOException {
        return cases("CES (% 5-7)", 2);
    }

    private static Tally tally(JsonNode input) {
        var counts = new HashMap<Integer, Long>();
        input.path("counts")
                .properties()
                .forEach(count -> counts.put(
                        Integer.valueOf(count.getKey()), count.getValue().asLong()));
        return new Tally(counts);
    }

    private static Stream<Arguments> cases(String metric, int atLeast) throws IOException {
        try (var file = SurveyCasesTest.class.getResourceAsStream("/cases/success_cases.json")) {
            List<Arguments> cases = StreamSupport.stream(
                            new ObjectMapper().readTree(file).path("cases").spliterator(), false)
                    .filter(c -> c.path("metric").asText().equals(metric))
                    .map(c -> Arguments.of(
                            c.path("id").asText(),
                            c.path("input"),
                            c.path("expected"),
                            c.path("tolerance").asDouble(1e-9)))
                    .toList();
            assertThat(cases).hasSizeGreaterThanOrEqualTo(atLeast);
            return cases.stream();
        }
    }
}
