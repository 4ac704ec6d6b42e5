package dev.rivulet.success.survey.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EffortTest {

    private static final Scale USUAL = new Scale(1, 7);

    /** Delighted 534: those who agree answer 5 to 7 of seven points, 4 and 5 of five. */
    @Test
    void shouldTellWhoAgreesOnEachScale() {
        assertThat(USUAL.aboveMiddle()).isEqualTo(5);
        assertThat(new Scale(1, 5).aboveMiddle()).isEqualTo(4);
        var five = new Effort(Tally.of(List.of(5, 5, 5)), new Scale(1, 5));
        assertThat(five.interval(n -> 1).high()).isEqualTo(5);
    }

    @Test
    void shouldTellHowSureTheMeanIs() {
        // 4, 5, 6: s = 1, so that half the width is t / √3.
        var effort = new Effort(Tally.of(List.of(4, 5, 6)), USUAL);
        assertThat(effort.mean()).isEqualTo(5.0);
        var interval = effort.interval(n -> n);
        assertThat(interval.low()).isCloseTo(5 - Math.sqrt(3), within(1e-9));
        assertThat(interval.high()).isCloseTo(5 + Math.sqrt(3), within(1e-9));
        assertThat(effort.interval(n -> 100)).isEqualTo(new Effort.Interval(1, 7));
    }

    /** Of so many who all answer 4 the share of others is below z² / (n + z²), and they may answer 1 or 7. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 100})
    void shouldNotBeSureOfWhatFewSay(int n) {
        var effort = new Effort(Tally.of(Collections.nCopies(n, 4)), USUAL);
        var others = 3.841459 / (n + 3.841459);
        assertThat(effort.isUniform()).isTrue();
        assertThat(effort.interval(none -> Double.NaN).low()).isCloseTo(4 - 3 * others, within(1e-6));
        assertThat(effort.interval(none -> Double.NaN).high()).isCloseTo(4 + 3 * others, within(1e-6));
    }

    @Test
    void shouldAgreeWithTheDefinition() {
        var seed = 20_250_301L;
        var random = new Random(seed);
        for (var run = 0; run < 200; run++) {
            // Not all alike.
            var answers = Stream.concat(
                            Stream.of(3, 5),
                            random.ints(1 + random.nextInt(300), 1, 8).boxed())
                    .toList();
            var mean = answers.stream().mapToInt(answer -> answer).average().orElseThrow();
            var squares = answers.stream()
                    .mapToDouble(answer -> (answer - mean) * (answer - mean))
                    .sum();
            var expected = Math.sqrt(squares / (answers.size() - 1)) / Math.sqrt(answers.size());
            var interval = new Effort(Tally.of(answers), USUAL).interval(n -> 0.5);
            assertThat(interval.high() - interval.low())
                    .as("seed %s, run %s", seed, run)
                    .isCloseTo(expected, within(1e-9));
        }
    }
}
