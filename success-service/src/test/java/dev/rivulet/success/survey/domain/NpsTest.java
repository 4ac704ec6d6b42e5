package dev.rivulet.success.survey.domain;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class NpsTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource("publishedCases")
    void shouldAgreeWithThePublishedCase(String id, List<Integer> answers, JsonNode expected) {
        var nps = Nps.of(answers);
        assertThat(nps.promoters()).isEqualTo(expected.path("promoters").asLong());
        assertThat(nps.passives()).isEqualTo(expected.path("passives").asLong());
        assertThat(nps.detractors()).isEqualTo(expected.path("detractors").asLong());
        assertThat(nps.score()).isEqualByComparingTo(expected.path("nps").asText());
        if (expected.has("total")) {
            assertThat(nps.n()).isEqualTo(expected.path("total").asLong());
        }
    }

    static Stream<Arguments> publishedCases() throws IOException {
        try (var file = NpsTest.class.getResourceAsStream("/cases/success_cases.json")) {
            var cases = StreamSupport.stream(
                            new ObjectMapper().readTree(file).path("cases").spliterator(), false)
                    .filter(c -> c.path("metric").asText().equals("NPS"))
                    .map(c -> Arguments.of(c.path("id").asText(), answers(c.path("input")), c.path("expected")))
                    .toList();
            assertThat(cases).hasSizeGreaterThanOrEqualTo(2);
            return cases.stream();
        }
    }

    private static List<Integer> answers(JsonNode input) {
        var answers = new ArrayList<Integer>();
        input.path("responses").forEach(value -> answers.add(value.asInt()));
        var counts = input.path("counts_0_to_10");
        for (var value = 0; value < counts.size(); value++) {
            answers.addAll(Collections.nCopies(counts.path(value).asInt(), value));
        }
        return answers;
    }

    @ParameterizedTest
    @CsvSource({
        "6, 4, 7, -5.9, 21.2",
        "1, 0, 0, 100.0, 0.0",
        "0, 0, 3, -100.0, 0.0",
        "0, 5, 0, 0.0, 0.0",
        "1, 0, 1, 0.0, 70.7",
        "50, 25, 25, 25.0, 8.3",
        "1, 1, 1, 0.0, 47.1"
    })
    void shouldTellTheErrorOfTheScore(
            long promoters, long passives, long detractors, BigDecimal score, BigDecimal error) {
        var nps = new Nps(promoters, passives, detractors);
        assertThat(nps.score()).isEqualTo(score);
        assertThat(nps.standardError()).isEqualTo(error);
    }

    @ParameterizedTest
    @CsvSource({
        "6, 4, 7, -47.4, 35.6",
        "50, 25, 25, 8.7, 41.3",
        "1, 0, 1, -100.0, 100.0",
        // All alike: Wilson's share of others, z² / (n + z²) with z² = 3.8415, at its worst and best.
        "3, 0, 0, -12.3, 100.0",
        "1, 0, 0, -58.7, 100.0",
        "10, 0, 0, 44.5, 100.0",
        "100, 0, 0, 92.6, 100.0",
        "0, 0, 1, -100.0, 58.7",
        "0, 0, 10, -100.0, -44.5",
        "0, 1, 0, -79.3, 79.3",
        "0, 5, 0, -43.4, 43.4",
        "99, 0, 1, 94.1, 100.0",
        "0, 1, 1, -100.0, 19.3",
    })
    void shouldTellTheInterval(long promoters, long passives, long detractors, BigDecimal low, BigDecimal high) {
        var nps = new Nps(promoters, passives, detractors);
        assertThat(nps.low()).isEqualTo(low);
        assertThat(nps.high()).isEqualTo(high);
    }

    /** Figures that guides publish. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            70 % against 10 %        | 70  | 20 | 10 | 60.0
            of 200, 120 against 30   | 120 | 50 | 30 | 45.0
            a third of a point       | 1   | 1  | 1  | 0.0
            two of three             | 2   | 1  | 0  | 66.7
            two thirds below         | 0   | 1  | 2  | -66.7
            half of a tenth, up      | 1   | 1999 | 0 | 0.1
            half of a tenth, down    | 0   | 1999 | 1 | -0.1
            less than that           | 1   | 2000 | 0 | 0.0
            """)
    void shouldRoundTheScoreToTenths(String name, long promoters, long passives, long detractors, BigDecimal score) {
        assertThat(new Nps(promoters, passives, detractors).score()).isEqualTo(score);
    }

    @Test
    void shouldHaveNoScoreWithoutAnswers() {
        var nps = Nps.of(List.of());
        assertThat(nps.n()).isZero();
        assertThat(nps.score()).isNull();
        assertThat(nps.standardError()).isNull();
        assertThat(nps.low()).isNull();
        assertThat(nps.high()).isNull();
    }

    @Test
    void shouldDrawTheLinesAt6And9() {
        assertThat(Nps.of(List.of(0, 6, 7, 8, 9, 10))).isEqualTo(new Nps(2, 2, 2));
    }
}
