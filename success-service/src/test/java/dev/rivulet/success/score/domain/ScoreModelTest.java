package dev.rivulet.success.score.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScoreModelTest {

    private static final ScoreModel MODEL = new ScoreModel(
            Map.of(Component.LICENCES, 40, Component.NPS, 30, Component.PAYMENT, 30), new BigDecimal("0.5"));

    @ParameterizedTest(name = "licences {0}, NPS {1}, payment {2}: {3}")
    @CsvSource(nullValues = "-", textBlock = """
            100,  100,   100,  100.0, 1.0000, 40.00, 30.00, 30.00, 40.0, 30.0, 30.0
            0,    0,     0,    0.0,   1.0000, 40.00, 30.00, 30.00, 0.0,  0.0,  0.0
            25,   20,    100,  46.0,  1.0000, 40.00, 30.00, 30.00, 10.0, 6.0,  30.0
            37.5, -,     100,  64.3,  0.7000, 57.14, 0.00,  42.86, 21.4, 0.0,  42.9
            -,    90,    100,  95.0,  0.6000, 0.00,  50.00, 50.00, 0.0,  45.0, 50.0
            80,   33.33, -,    60.0,  0.7000, 57.14, 42.86, 0.00,  45.7, 14.3, 0.0
            -,    -,     100,  -,     0.3000, 0.00,  0.00,  100.00, -,   -,    -
            100,  -,     -,    -,     0.4000, 100.00, 0.00, 0.00,  -,    -,    -
            -,    -,     -,    -,     0.0000, 0.00,  0.00,  0.00,  -,    -,    -
            33.3333, 33.3333, 33.3333, 33.3, 1.0000, 40.00, 30.00, 30.00, 13.3, 10.0, 10.0
            """)
    void shouldRedistributeTheWeightOfWhatIsMissing(
            @Nullable BigDecimal licences,
            @Nullable BigDecimal nps,
            @Nullable BigDecimal payment,
            @Nullable BigDecimal score,
            BigDecimal coverage,
            BigDecimal licenceWeight,
            BigDecimal npsWeight,
            BigDecimal paymentWeight,
            @Nullable BigDecimal licencePart,
            @Nullable BigDecimal npsPart,
            @Nullable BigDecimal paymentPart) {
        var result = MODEL.score(values(licences, nps, payment));

        assertThat(result.score()).isEqualTo(score);
        assertThat(result.coverage()).isEqualTo(coverage);
        assertThat(result.contributions())
                .extracting(Contribution::component)
                .containsExactly(Component.LICENCES, Component.NPS, Component.PAYMENT);
        assertThat(result.contributions())
                .extracting(Contribution::effectiveWeight)
                .containsExactly(licenceWeight, npsWeight, paymentWeight);
        assertThat(result.contributions())
                .extracting(Contribution::contribution)
                .containsExactly(licencePart, npsPart, paymentPart);
        assertThat(result.contributions()).extracting(Contribution::value).containsExactly(licences, nps, payment);
    }

    @Test
    void shouldHaveContributionsThatAddUpToTheScoreExactly() {
        var random = new Random(1);
        for (var i = 0; i < 2_000; i++) {
            var result = MODEL.score(values(any(random), any(random), any(random)));
            if (result.score() != null) {
                var sum = result.contributions().stream()
                        .map(Contribution::contribution)
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
                assertThat(sum).isEqualByComparingTo(result.score());
            }
        }
    }

    @Test
    void shouldAgreeWithThePublishedRedistribution() {
        // health-zudo-redistribute: of 20, 16, 16, 16, 12 and 20 the last is missing; here 40, 30 and 30 likewise.
        var model = new ScoreModel(
                Map.of(Component.LICENCES, 20, Component.NPS, 60, Component.PAYMENT, 20), new BigDecimal("0.5"));
        var result = model.score(values(new BigDecimal("50"), new BigDecimal("50"), null));
        assertThat(result.contributions())
                .extracting(Contribution::effectiveWeight)
                .containsExactly(new BigDecimal("25.00"), new BigDecimal("75.00"), new BigDecimal("0.00"));
        assertThat(result.score()).isEqualTo("50.0");
    }

    @Test
    void shouldRefuseAModelWithoutWeights() {
        assertThatThrownBy(() -> new ScoreModel(Map.of(), BigDecimal.ONE)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ScoreModel(Map.of(Component.NPS, 0), BigDecimal.ONE))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "0.4, 50", "0.8, 100", "1.3, 100", "0.3333, 41.6625"})
    void shouldEarnTheFullValueAt80PercentUtilisation(BigDecimal utilisation, BigDecimal value) {
        assertThat(Component.licences(utilisation)).isEqualByComparingTo(value);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "6.5, 65", "10, 100"})
    void shouldTakeTheMeanAnswerTimesTen(BigDecimal mean, BigDecimal value) {
        assertThat(Component.nps(mean)).isEqualByComparingTo(value);
    }

    @ParameterizedTest
    @CsvSource({"0, 100", "1, 96.6667", "15, 50", "29, 3.3333", "30, 0", "400, 0"})
    void shouldLoseItAllIn30DaysOverdue(long days, BigDecimal value) {
        assertThat(Component.payment(days)).isEqualByComparingTo(value);
    }

    private static @Nullable BigDecimal any(Random random) {
        return random.nextInt(5) == 0 ? null : BigDecimal.valueOf(random.nextLong(1_000_001), 4);
    }

    private static Map<Component, BigDecimal> values(
            @Nullable BigDecimal licences, @Nullable BigDecimal nps, @Nullable BigDecimal payment) {
        var values = new EnumMap<Component, BigDecimal>(Component.class);
        if (licences != null) {
            values.put(Component.LICENCES, licences);
        }
        if (nps != null) {
            values.put(Component.NPS, nps);
        }
        if (payment != null) {
            values.put(Component.PAYMENT, payment);
        }
        return values;
    }
}
