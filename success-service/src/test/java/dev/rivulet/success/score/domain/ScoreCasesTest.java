package dev.rivulet.success.score.domain;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rivulet.success.PublishedCases;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Scores worked out by hand: what is missing, old or on a line. */
class ScoreCasesTest {

    /** As Zudo's page has it, with our components for theirs: 20, 16, 16, 16, 12 and 20 percent. */
    private static final Map<Component, Integer> ZUDO = Map.of(
            Component.CONSUMPTION, 20,
            Component.LICENCES, 16,
            Component.CSAT, 16,
            Component.NPS, 16,
            Component.CES, 12,
            Component.PAYMENT, 20);

    /** Which of the six are missing, and the effective weights, percent, in the order of the components. */
    @ParameterizedTest(name = "without {0}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            -                                        | 20.00 16.00 16.00 16.00 12.00 20.00
            CES                                      | 22.73 18.18 18.18 18.18 0.00 22.73
            PAYMENT CONSUMPTION                      | 0.00 26.67 26.67 26.67 20.00 0.00
            CSAT NPS CES                             | 35.71 28.57 0.00 0.00 0.00 35.71
            CONSUMPTION LICENCES CSAT NPS CES        | 0.00 0.00 0.00 0.00 0.00 100.00
            CONSUMPTION LICENCES CSAT NPS CES PAYMENT | 0.00 0.00 0.00 0.00 0.00 0.00
            """)
    void shouldRedistributeAsZudo(@Nullable String missing, String weights) {
        var gone = missing == null ? List.<String>of() : List.of(missing.split(" "));
        var inputs = new EnumMap<Component, Input>(Component.class);
        ZUDO.keySet().stream()
                .filter(component -> !gone.contains(component.name()))
                .forEach(component -> inputs.put(component, Models.fresh("50")));
        var score = Models.plain(ZUDO).score(new Inputs(inputs));
        assertThat(score.contributions())
                .extracting(each -> each.effectiveWeight().toPlainString())
                .isEqualTo(Arrays.asList(weights.split(" ")));
    }

    /** Weights and values of others' measures, in the place of our components; null is not known. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("weighted")
    void shouldWeighAsPublished(String id, JsonNode input, JsonNode expected) {
        var weights = new EnumMap<Component, Integer>(Component.class);
        var inputs = new EnumMap<Component, Input>(Component.class);
        var measures = input.path("measures");
        for (var i = 0; i < measures.size(); i++) {
            var component = Component.values()[i];
            weights.put(component, measures.get(i).get(0).asInt());
            if (!measures.get(i).get(1).isNull()) {
                inputs.put(component, Models.fresh(measures.get(i).get(1).asText()));
            }
        }
        var score = Models.plain(weights).score(new Inputs(inputs));
        assertThat(score.score())
                .isEqualTo(new BigDecimal(expected.path("score").asText()));
        assertThat(score.coverage())
                .isEqualTo(new BigDecimal(expected.path("coverage").asText("1.0000")));
    }

    static Stream<Arguments> weighted() {
        return PublishedCases.about("Weighted score");
    }

    /** Licences 70 and NPS 30 percent, of which so much is known, against a minimum. */
    @ParameterizedTest(name = "{0} and {1} with {2}")
    @CsvSource(nullValues = "-", textBlock = """
            80,   -,    0.7,    0.7000, 80.0
            80,   -,    0.7001, 0.7000, -
            -,    60,   0.3,    0.3000, 60.0
            -,    60,   0.5,    0.3000, -
            -,    -,    0,      0.0000, -
            80,   60,   1,      1.0000, 74.0
            0,    0,    1,      1.0000, 0.0
            0.05, 0.05, 1,      1.0000, 0.1
            0.04, 0.05, 1,      1.0000, 0.0
            99.95, 99.95, 1,    1.0000, 100.0
            -20,  120,  1,      1.0000, 30.0
            """)
    void shouldScoreWhatIsKnownEnough(
            @Nullable String licences,
            @Nullable String nps,
            BigDecimal minimum,
            BigDecimal coverage,
            @Nullable BigDecimal expected) {
        var model = new ScoreModel(
                Models.plain(Map.of(Component.LICENCES, 70, Component.NPS, 30)).criteria(),
                minimum,
                ScoreModel.BUILT_IN.thresholds());
        var inputs = new EnumMap<Component, Input>(Component.class);
        if (licences != null) {
            inputs.put(Component.LICENCES, Models.fresh(licences));
        }
        if (nps != null) {
            inputs.put(Component.NPS, Models.fresh(nps));
        }
        var score = model.score(new Inputs(inputs));
        assertThat(score.coverage()).isEqualTo(coverage);
        assertThat(score.score()).isEqualTo(expected);
        var shown = new ArrayList<BigDecimal>();
        score.contributions().forEach(each -> {
            if (each.contribution() != null) {
                shown.add(each.contribution());
            }
        });
        assertThat(shown.stream().reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(expected == null ? BigDecimal.ZERO : expected);
    }

    /**
     * Licences of 100 that do not age and an answer of 0 of so many days that loses half its weight in 90, of equal
     * weight: the score is 1 / (1 + 2^(-age / 90)).
     */
    @ParameterizedTest(name = "{0} days")
    @CsvSource({
        "0,    1.0000, 50.0",
        "1,    0.9962, 50.2",
        "45,   0.8536, 58.6",
        "90,   0.7500, 66.7",
        "180,  0.6250, 80.0",
        "365,  0.5301, 94.3",
        "2000, 0.5000, 100.0"
    })
    void shouldWeighWhatIsOldLess(int age, BigDecimal coverage, BigDecimal expected) {
        var model = new ScoreModel(
                Map.of(
                        Component.LICENCES, new Criterion(50, Models.IDENTITY, null),
                        Component.NPS, new Criterion(50, Models.IDENTITY, 90)),
                new BigDecimal("0.5"),
                ScoreModel.BUILT_IN.thresholds());
        var score = model.score(
                new Inputs(Map.of(Component.LICENCES, Models.fresh("100"), Component.NPS, Models.aged("0", age))));
        assertThat(score.coverage()).isEqualTo(coverage);
        assertThat(score.score()).isEqualTo(expected);
    }

    /** Worst, best, raw value, what it earns; less is better where the best is below the worst. */
    @ParameterizedTest(name = "{2} of {0} to {1}")
    @CsvSource(textBlock = """
            0,  10,  7,      70.0000
            1,  5,   3,      50.0000
            1,  5,   4.5,    87.5000
            1,  7,   2,      16.6667
            1,  7,   1,      0.0000
            30, 0,   29.5,   1.6667
            30, 0,   31,     0.0000
            30, 0,   -1,     100.0000
            -1, 1,   -0.5,   25.0000
            0,  3,   1,      33.3333
            0,  3,   2,      66.6667
            0,  0.8, 0.3333, 41.6625
            """)
    void shouldStretchALine(BigDecimal worst, BigDecimal best, BigDecimal raw, BigDecimal earned) {
        assertThat(new LinearScale(worst, best).value(raw)).isEqualTo(earned);
    }

    /** A band may earn any decimal; four of them are kept. */
    @ParameterizedTest
    @CsvSource({"33.33335, 33.3334", "33.333349, 33.3333", "100, 100.0000", "0, 0.0000"})
    void shouldKeepFourDecimalsOfABand(BigDecimal value, BigDecimal earned) {
        assertThat(new BandScale(List.of(new BandScale.Step(null, value))).value(BigDecimal.TEN))
                .isEqualTo(earned);
    }
}
