package dev.rivulet.success.score.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScoreModelTest {

    private static final ScoreModel MODEL =
            Models.plain(Map.of(Component.LICENCES, 40, Component.NPS, 30, Component.PAYMENT, 30));

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
        assertThat(result.contributions())
                .extracting(Contribution::value)
                .usingElementComparator(Comparator.nullsFirst(Comparator.naturalOrder()))
                .containsExactly(licences, nps, payment);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void shouldStayWithinBoundsAndAddUpWhateverTheModel(long seed) {
        var random = new Random(seed);
        var scored = 0;
        for (var i = 0; i < 2_000; i++) {
            var result = Models.any(random).score(Models.anyInputs(random));
            assertThat(result.coverage()).isBetween(BigDecimal.ZERO, BigDecimal.ONE);
            if (result.score() != null) {
                scored++;
                assertThat(result.score()).isBetween(BigDecimal.ZERO, new BigDecimal("100"));
                var sum = result.contributions().stream()
                        .map(Contribution::contribution)
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
                assertThat(sum).as("seed %d, round %d", seed, i).isEqualByComparingTo(result.score());
            }
        }
        assertThat(scored).isGreaterThan(500);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void shouldNeverFallWhenAComponentRises(long seed) {
        var random = new Random(seed);
        for (var i = 0; i < 2_000; i++) {
            var model = Models.any(random);
            var inputs = Models.anyInputs(random);
            var component = Component.values()[random.nextInt(Component.values().length)];
            var input = inputs.of(component);
            var criterion = model.criteria().get(component);
            var before = model.score(inputs).score();
            if (input == null || criterion == null || before == null) {
                continue;
            }
            var other = new Input(Models.decimal(random), input.age());
            var changed = new EnumMap<>(inputs.byComponent());
            changed.put(component, other);
            var better = criterion
                            .scale()
                            .value(other.value())
                            .compareTo(criterion.scale().value(input.value()))
                    >= 0;
            var after = model.score(new Inputs(changed)).score();
            assertThat(better ? after : before)
                    .as("seed %d, round %d", seed, i)
                    .isGreaterThanOrEqualTo(better ? before : after);
        }
    }

    @Test
    void shouldAgreeWithThePublishedRedistribution() {
        // health-zudo-redistribute: of 20, 16, 16, 16, 12 and 20 the last is missing.
        var model = Models.plain(Map.of(
                Component.CONSUMPTION, 20,
                Component.LICENCES, 16,
                Component.CSAT, 16,
                Component.CES, 16,
                Component.PAYMENT, 12,
                Component.NPS, 20));
        var known = new EnumMap<Component, Input>(Component.class);
        model.criteria().keySet().forEach(component -> known.put(component, Models.fresh("50")));
        known.remove(Component.NPS);

        var result = model.score(new Inputs(known));

        assertThat(result.contributions())
                .extracting(part -> part.component() + " " + part.effectiveWeight())
                .containsExactly(
                        "CONSUMPTION 25.00", "LICENCES 20.00", "CSAT 20.00", "NPS 0.00", "CES 20.00", "PAYMENT 15.00");
        assertThat(result.score()).isEqualTo("50.0");
    }

    @ParameterizedTest
    @CsvSource({"0, -5", "7, 2", "10, 5", "-3, -5", "12, 5"})
    void shouldAgreeWithThePublishedLinearNormalisation(BigDecimal value, BigDecimal points) {
        // health-planhat-linear: 0 to 10 earns an impact of -5 to 5, bounded; ours is that stretched to 0 to 100.
        var scale = new LinearScale(BigDecimal.ZERO, BigDecimal.TEN);
        assertThat(scale.value(value).movePointLeft(1).subtract(new BigDecimal("5")))
                .isEqualByComparingTo(points);
    }

    @Test
    void shouldLetAnObservationFadeTowardsMissing() {
        var model = new ScoreModel(
                Map.of(
                        Component.LICENCES, new Criterion(50, Models.IDENTITY, null),
                        Component.NPS, new Criterion(50, Models.IDENTITY, 90)),
                new BigDecimal("0.6"),
                Models.THRESHOLDS);
        // At half of its weight: (50 * 80 + 25 * 20) / 75.
        var once = model.score(
                new Inputs(Map.of(Component.LICENCES, Models.fresh("80"), Component.NPS, Models.aged("20", 90))));
        assertThat(once.score()).isEqualTo("60.0");
        assertThat(once.coverage()).isEqualTo("0.7500");
        assertThat(once.contributions())
                .extracting(Contribution::effectiveWeight)
                .containsExactly(new BigDecimal("66.67"), new BigDecimal("33.33"));

        var thrice = model.score(
                new Inputs(Map.of(Component.LICENCES, Models.fresh("80"), Component.NPS, Models.aged("20", 270))));
        assertThat(thrice.coverage()).isEqualTo("0.5625");
        assertThat(thrice.score()).as("too little is known by now").isNull();
    }

    @ParameterizedTest
    @CsvSource({"-1, 100", "0, 100", "0.0001, 60", "5, 60", "5.0001, 20", "400, 20"})
    void shouldCountTheUpperBoundOfABandIn(BigDecimal value, BigDecimal earned) {
        var scale = new BandScale(List.of(
                new BandScale.Step(BigDecimal.ZERO, new BigDecimal("100")),
                new BandScale.Step(new BigDecimal("5"), new BigDecimal("60")),
                new BandScale.Step(null, new BigDecimal("20"))));
        assertThat(scale.value(value)).isEqualByComparingTo(earned);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {"70, HEALTHY", "69.9, AT_RISK", "50, AT_RISK", "49.9, CRITICAL", "-, -"})
    void shouldTellTheBand(@Nullable BigDecimal score, @Nullable ScoreBand band) {
        assertThat(MODEL.band(score)).isEqualTo(band);
    }

    @Test
    void shouldKnowWhatTimeAloneDoesToInputs() {
        var later = new Inputs(Map.of(
                        Component.NPS, Models.aged("7.5", 3),
                        Component.LICENCES, Models.fresh("0.4"),
                        Component.PAYMENT, Models.fresh("2"),
                        Component.SPONSOR_CONTACT, Models.fresh("0")))
                .after(10);
        assertThat(later)
                .isEqualTo(new Inputs(Map.of(
                        Component.NPS, Models.aged("7.5", 13),
                        Component.LICENCES, Models.fresh("0.4"),
                        Component.PAYMENT, Models.fresh("12"),
                        Component.SPONSOR_CONTACT, Models.fresh("0"))));
    }

    @Test
    void shouldRefuseAModelThatMakesNoSense() {
        assertThatThrownBy(() -> Models.plain(Map.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Models.plain(Map.of(Component.NPS, 0))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Criterion(1, Models.IDENTITY, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new LinearScale(BigDecimal.ONE, new BigDecimal("1.0")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new BandScale(List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new BandScale(List.of(new BandScale.Step(BigDecimal.ONE, BigDecimal.ONE))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Thresholds(BigDecimal.ONE, BigDecimal.TEN))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "0.4, 50", "0.8, 100", "1.3, 100", "0.3333, 41.6625"})
    void shouldEarnTheFullValueAt80PercentUtilisation(BigDecimal utilisation, BigDecimal value) {
        assertThat(builtIn(Component.LICENCES, utilisation)).isEqualByComparingTo(value);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "6.5, 65", "10, 100"})
    void shouldTakeTheMeanAnswerTimesTen(BigDecimal mean, BigDecimal value) {
        assertThat(builtIn(Component.NPS, mean)).isEqualByComparingTo(value);
    }

    @ParameterizedTest
    @CsvSource({"0, 100", "1, 96.6667", "15, 50", "29, 3.3333", "30, 0", "400, 0"})
    void shouldLoseItAllIn30DaysOverdue(BigDecimal days, BigDecimal value) {
        assertThat(builtIn(Component.PAYMENT, days)).isEqualByComparingTo(value);
    }

    private static BigDecimal builtIn(Component component, BigDecimal raw) {
        return ScoreModel.BUILT_IN.criteria().get(component).scale().value(raw);
    }

    private static Inputs values(
            @Nullable BigDecimal licences, @Nullable BigDecimal nps, @Nullable BigDecimal payment) {
        var values = new EnumMap<Component, Input>(Component.class);
        if (licences != null) {
            values.put(Component.LICENCES, new Input(licences, null));
        }
        if (nps != null) {
            values.put(Component.NPS, new Input(nps, null));
        }
        if (payment != null) {
            values.put(Component.PAYMENT, new Input(payment, null));
        }
        return new Inputs(values);
    }
}
