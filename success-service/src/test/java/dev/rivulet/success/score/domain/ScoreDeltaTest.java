package dev.rivulet.success.score.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScoreDeltaTest {

    private static final ScoreModel MODEL =
            Models.plain(Map.of(Component.LICENCES, 40, Component.NPS, 30, Component.PAYMENT, 30));

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void shouldAddUpToTheLastDigitAlsoAcrossModels(long seed) {
        var random = new Random(seed);
        var explained = 0;
        for (var i = 0; i < 2_000; i++) {
            var before = Models.any(random);
            var after = random.nextBoolean() ? before : Models.any(random);
            var from = Models.anyInputs(random);
            var to = random.nextInt(4) == 0 ? from.after(random.nextInt(200)) : Models.anyInputs(random);
            var first = before.score(from).score();
            var last = after.score(to).score();

            var delta = ScoreDelta.between(before, from, after, to);

            assertThat(delta.isPresent()).isEqualTo(first != null && last != null);
            if (delta.isPresent()) {
                explained++;
                assertThat(sum(delta.get()))
                        .as("seed %d, round %d", seed, i)
                        .isEqualByComparingTo(last.subtract(first))
                        .isEqualByComparingTo(delta.get().change());
                assertThat(delta.get().parts())
                        .extracting(part -> part.component() + " " + part.cause())
                        .doesNotHaveDuplicates();
                if (before == after) {
                    assertThat(delta.get().parts())
                            .extracting(ScoreDelta.Part::cause)
                            .doesNotContain(Cause.MODEL);
                }
            }
        }
        assertThat(explained).isGreaterThan(300);
    }

    @Test
    void shouldBlameBehaviourForWhatTheCustomerDoes() {
        var delta = between(
                MODEL,
                Map.of(Component.LICENCES, "80", Component.NPS, "50", Component.PAYMENT, "100"),
                MODEL,
                Map.of(Component.LICENCES, "30", Component.NPS, "60", Component.PAYMENT, "100"));
        assertThat(texts(delta)).containsExactly("LICENCES BEHAVIOUR -20.0", "NPS BEHAVIOUR 3.0");
        assertThat(delta.change()).isEqualTo("-17.0");
    }

    @Test
    void shouldGiveTheShiftOfTheWeightsToWhatAppears() {
        // From (40 * 80 + 30 * 100) / 70 = 88.57; an answer of 20 pulls by 30 % of its distance from that.
        var delta = between(
                MODEL,
                Map.of(Component.LICENCES, "80", Component.PAYMENT, "100"),
                MODEL,
                Map.of(Component.LICENCES, "80", Component.NPS, "20", Component.PAYMENT, "100"));
        assertThat(texts(delta)).containsExactly("NPS MISSING -20.6");
        assertThat(delta.change()).isEqualTo("-20.6");
    }

    @Test
    void shouldNotBlameAnAppearanceThatIsTheMeanOfTheRest() {
        var delta = between(
                MODEL,
                Map.of(Component.LICENCES, "60", Component.PAYMENT, "60"),
                MODEL,
                Map.of(Component.LICENCES, "60", Component.NPS, "60", Component.PAYMENT, "60"));
        assertThat(delta.parts()).isEmpty();
        assertThat(delta.change()).isEqualByComparingTo("0");
    }

    @Test
    void shouldGiveTheShiftOfTheWeightsToWhatVanishes() {
        var delta = between(
                MODEL,
                Map.of(Component.LICENCES, "80", Component.NPS, "20", Component.PAYMENT, "100"),
                MODEL,
                Map.of(Component.LICENCES, "80", Component.PAYMENT, "100"));
        assertThat(texts(delta)).containsExactly("NPS MISSING 20.6");
    }

    @Test
    void shouldTellDecayFromBehaviour() {
        var model = new ScoreModel(
                Map.of(
                        Component.LICENCES, new Criterion(50, Models.IDENTITY, null),
                        Component.NPS, new Criterion(50, Models.IDENTITY, 90)),
                new BigDecimal("0.5"),
                Models.THRESHOLDS);
        var from = new Inputs(Map.of(Component.LICENCES, Models.fresh("80"), Component.NPS, Models.aged("20", 0)));
        var to = new Inputs(Map.of(Component.LICENCES, Models.fresh("86"), Component.NPS, Models.aged("20", 90)));

        // 50, then by half the weight of the answer (50 * 80 + 25 * 20) / 75 = 60, then 6 * 2 / 3 more.
        var delta = ScoreDelta.between(model, from, model, to).orElseThrow();

        assertThat(texts(delta)).containsExactly("LICENCES BEHAVIOUR 4.0", "NPS DECAY 10.0");
    }

    @Test
    void shouldBlameTheModelForItsWeightsAndScales() {
        var other = new ScoreModel(
                Map.of(
                        Component.LICENCES,
                        new Criterion(40, new LinearScale(BigDecimal.ZERO, new BigDecimal("50")), null),
                        Component.NPS,
                        new Criterion(60, Models.IDENTITY, null)),
                new BigDecimal("0.5"),
                Models.THRESHOLDS);
        var inputs = Map.of(Component.LICENCES, "40", Component.NPS, "50", Component.PAYMENT, "100");

        // From 61 to 77 by the scale of the licences, then by the weights to 62.
        var delta = between(MODEL, inputs, other, inputs);

        assertThat(delta.change()).isEqualTo("1.0");
        assertThat(delta.parts()).extracting(ScoreDelta.Part::cause).containsOnly(Cause.MODEL);
        // The scale 16; the answers 30 more of weight, 27 below the mean; payment 30 less of weight, 23 above it.
        assertThat(texts(delta)).containsExactly("LICENCES MODEL 16.0", "NPS MODEL -8.1", "PAYMENT MODEL -6.9");
    }

    @Test
    void shouldExplainATurnoverOfEverything() {
        var other = Models.plain(Map.of(Component.PROBLEMS, 100));
        var delta = between(
                Models.plain(Map.of(Component.NPS, 100)),
                Map.of(Component.NPS, "30"),
                other,
                Map.of(Component.PROBLEMS, "90"));
        assertThat(delta.change()).isEqualTo("60.0");
        assertThat(sum(delta)).isEqualByComparingTo("60");
    }

    private static ScoreDelta between(
            ScoreModel before, Map<Component, String> from, ScoreModel after, Map<Component, String> to) {
        return ScoreDelta.between(before, inputs(from), after, inputs(to)).orElseThrow();
    }

    private static Inputs inputs(Map<Component, String> values) {
        var inputs = new HashMap<Component, Input>();
        values.forEach((component, value) -> inputs.put(component, Models.fresh(value)));
        return new Inputs(inputs);
    }

    private static List<String> texts(ScoreDelta delta) {
        return delta.parts().stream()
                .map(part -> part.component() + " " + part.cause() + " " + part.points())
                .toList();
    }

    private static BigDecimal sum(ScoreDelta delta) {
        return delta.parts().stream().map(ScoreDelta.Part::points).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
