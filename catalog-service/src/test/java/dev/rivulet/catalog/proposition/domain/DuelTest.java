package dev.rivulet.catalog.proposition.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rivulet.catalog.proposition.domain.Duel.Verdict;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DuelTest {

    @ParameterizedTest
    @CsvSource({
        "24, 30, 6, 30, 4.648, BETTER",
        "6, 30, 24, 30, -4.648, WORSE",
        "18, 30, 15, 31, 0.910, NOT_PROVEN",
        "29, 29, 0, 30, 7.681, TOO_FEW_DEALS",
        "30, 30, 0, 29, 7.681, TOO_FEW_DEALS",
        "0, 0, 0, 0, 0, TOO_FEW_DEALS",
        "30, 30, 30, 30, 0, NOT_PROVEN",
        "0, 30, 0, 30, 0, NOT_PROVEN"
    })
    void shouldTellProofFromNoise(long won, long of, long championWon, long championOf, double z, Verdict verdict) {
        var duel = new Duel(new Proportion(won, of), new Proportion(championWon, championOf), 30);
        assertThat(duel.z()).isCloseTo(z, within(0.0006));
        assertThat(duel.verdict()).isEqualTo(verdict);
    }

    /** Two propositions that are equally good are called different in about 5 % of contests, half of them better. */
    @Test
    void shouldSeldomCallEqualsDifferent() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(20_261_123);
        var better = 0;
        var contests = 4_000;
        for (var i = 0; i < contests; i++) {
            var duel = new Duel(new Proportion(wins(random), 60), new Proportion(wins(random), 60), 30);
            better += duel.verdict() == Verdict.BETTER ? 1 : 0;
        }
        assertThat((double) better / contests).isBetween(0.01, 0.04);
    }

    private static long wins(RandomGenerator random) {
        var wins = 0;
        for (var deal = 0; deal < 60; deal++) {
            wins += random.nextDouble() < 0.3 ? 1 : 0;
        }
        return wins;
    }
}
