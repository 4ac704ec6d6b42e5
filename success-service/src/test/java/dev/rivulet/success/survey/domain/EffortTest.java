package dev.rivulet.success.survey.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class EffortTest {

    @Test
    void shouldTellHowSureTheMeanIs() {
        // 5, 6, 7: s = 1, so that half the width is t / √3.
        var effort = new Effort(Tally.of(List.of(5, 6, 7)));
        assertThat(effort.mean()).isEqualTo(6.0);
        assertThat(effort.halfWidth(4.302653)).isCloseTo(4.302653 / Math.sqrt(3), within(1e-9));
    }

    @Test
    void shouldBeSureOfWhatEverybodySays() {
        assertThat(new Effort(Tally.of(List.of(4, 4, 4, 4))).halfWidth(3.182)).isZero();
    }

    @Test
    void shouldKnowNoDeviationOfOne() {
        assertThatThrownBy(() -> new Effort(Tally.of(List.of(4))).halfWidth(1)).hasMessageContaining("1 answers");
    }

    @Test
    void shouldAgreeWithTheDefinition() {
        var seed = 20_250_301L;
        var random = new Random(seed);
        for (var run = 0; run < 200; run++) {
            var answers = random.ints(2 + random.nextInt(300), 1, 8).boxed().toList();
            var mean = answers.stream().mapToInt(answer -> answer).average().orElseThrow();
            var squares = answers.stream()
                    .mapToDouble(answer -> (answer - mean) * (answer - mean))
                    .sum();
            var expected = 2 * Math.sqrt(squares / (answers.size() - 1)) / Math.sqrt(answers.size());
            assertThat(new Effort(Tally.of(answers)).halfWidth(2))
                    .as("seed %s, run %s", seed, run)
                    .isCloseTo(expected, within(1e-9));
        }
    }
}
