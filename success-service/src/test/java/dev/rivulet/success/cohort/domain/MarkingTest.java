package dev.rivulet.success.cohort.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rivulet.success.cohort.domain.LogoTest.Step;
import dev.rivulet.success.cohort.domain.Marking.Logos;
import dev.rivulet.success.cohort.domain.Marking.Monies;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkingTest {

    @Test
    void shouldBeADistribution() {
        // P(2) of 5 with alpha 2, beta 3 is C(5,2) B(4,6) / B(2,3) = 10 * (1/504) * 12.
        assertThat(new BetaBinomial(5, 2, 3).probability(2)).isCloseTo(120.0 / 504, within(1e-12));
        for (var n : new int[] {1, 10, 400, 5_000}) {
            var some = new BetaBinomial(n, 57.5, 3.5);
            assertThat(IntStream.rangeClosed(0, n)
                            .mapToDouble(some::probability)
                            .sum())
                    .isCloseTo(1, within(1e-9));
            assertThat(some.position(0).below()).isCloseTo(some.probability(0) / 2, within(1e-9));
            assertThat(some.position(n).below()).isCloseTo(1 - some.probability(n) / 2, within(1e-9));
        }
    }

    @Test
    void shouldTakeHalfOfTheSameForLess() {
        var uniform = new BetaBinomial(9, 1, 1);
        assertThat(uniform.position(4).below()).isCloseTo(0.45, within(1e-12));
        assertThat(uniform.position(4).p()).isCloseTo(0.9, within(1e-12));
        assertThat(new Position(0.975).z()).isCloseTo(1.96, within(0.001));
    }

    @Test
    void shouldAdjustForHowMuchWasTested() {
        // The example of Benjamini and Hochberg's procedure: each p times m / rank, never above a greater one's.
        assertThat(FalseDiscovery.q(0.01, 0.04, 0.03, 0.005))
                .containsExactly(new double[] {0.02, 0.04, 0.04, 0.02}, within(1e-12));
        assertThat(FalseDiscovery.q(0.9, 0.8)).containsExactly(new double[] {0.9, 0.9}, within(1e-12));
        assertThat(FalseDiscovery.q()).isEmpty();
    }

    @Test
    void shouldMarkACollapseAndALeapAndNothingElse() {
        var others = new Step(400, 380);
        var marks = Marking.logos(List.of(
                new Logos(new Step(120, 84), others),
                new Logos(new Step(120, 113), others),
                new Logos(new Step(120, 120), new Step(400, 280)),
                new Logos(new Step(10, 8), others),
                new Logos(new Step(120, 84), new Step(19, 18)),
                new Logos(new Step(6, 4), others)));
        assertThat(marks)
                .extracting(Marking.Mark::verdict)
                .containsExactly(
                        Verdict.RED_DOWN,
                        Verdict.QUIET,
                        Verdict.RED_UP,
                        // 15 points below the others, but 1.5 customers are no difference that matters.
                        Verdict.TOO_SMALL_TO_SAY,
                        Verdict.NO_BASELINE,
                        Verdict.TOO_SMALL_TO_SAY);
        assertThat(marks).extracting(Marking.Mark::fewAccounts).containsExactly(false, false, false, true, false, true);
        assertThat(Marking.logos(List.of(new Logos(new Step(30, 25), others))))
                .extracting(Marking.Mark::verdict)
                .containsExactly(Verdict.TOO_SMALL_TO_SAY);
    }

    /** Who stayed of whom, where of the others 95 of 100 do: judged alone, and as one of 20 cells, of which 19 are calm. */
    @ParameterizedTest(name = "{1} of {0}")
    @CsvSource(textBlock = """
            0,   0,  NO_BASELINE,      NO_BASELINE
            1,   1,  TOO_SMALL_TO_SAY, TOO_SMALL_TO_SAY
            1,   0,  TOO_SMALL_TO_SAY, TOO_SMALL_TO_SAY
            2,   0,  TOO_SMALL_TO_SAY, TOO_SMALL_TO_SAY
            4,   0,  RED_DOWN,         RED_DOWN
            20,  19, QUIET,            QUIET
            20,  18, TOO_SMALL_TO_SAY, TOO_SMALL_TO_SAY
            100, 91, QUIET,            QUIET
            100, 90, TOO_SMALL_TO_SAY, TOO_SMALL_TO_SAY
            100, 80, RED_DOWN,         TOO_SMALL_TO_SAY
            100, 70, RED_DOWN,         RED_DOWN
            100, 99, QUIET,            QUIET
            """)
    void shouldSayOfSmallCellsThatTheyAreSmall(int at, int stayed, Verdict alone, Verdict among) {
        var cell = new Logos(new Step(at, stayed), new Step(400, 380));
        var calm = Collections.nCopies(19, new Logos(new Step(100, 95), new Step(400, 380)));
        var all = new ArrayList<>(List.of(cell));
        all.addAll(calm);
        assertThat(Marking.logos(List.of(cell)).getFirst().verdict()).isEqualTo(alone);
        assertThat(Marking.logos(all).getFirst().verdict()).isEqualTo(among);
    }

    @Test
    void shouldNotTakeOneLargeAccountForAMoveOfMany() {
        var others = stay(400, 20);
        var many = Marking.monies(List.of(new Monies(stay(120, 36), others)));
        assertThat(many).extracting(Marking.Mark::verdict).containsExactly(Verdict.RED_DOWN);

        // A third of the money was one customer's, who went; of the others one in twenty went, as everywhere.
        var before = IntStream.range(0, 100)
                .mapToLong(i -> i == 0 ? 500_000 : 10_000)
                .toArray();
        var after = before.clone();
        Arrays.fill(after, 0, 6, 0);
        var one = Marking.monies(List.of(new Monies(Accounts.of(before, after), others)));
        assertThat(one.getFirst().verdict()).isEqualTo(Verdict.TOO_SMALL_TO_SAY);
        assertThat(one.getFirst().fewAccounts()).isTrue();
        assertThat(one.getFirst().effective()).isCloseTo(8.6, within(0.1));
    }

    @Test
    void shouldSeeGrowthOfMoneyToo() {
        var before = IntStream.range(0, 100).mapToLong(i -> 10_000).toArray();
        var after = Arrays.stream(before).map(amount -> amount * 3 / 2).toArray();
        assertThat(Marking.monies(List.of(new Monies(Accounts.of(before, after), stay(400, 20)))))
                .extracting(Marking.Mark::verdict)
                .containsExactly(Verdict.RED_UP);
    }

    @Test
    void shouldSayOfMoneyTheSameEveryTime() {
        var cell = new Monies(stay(200, 17), stay(400, 20));
        assertThat(Marking.monies(List.of(cell))).isEqualTo(Marking.monies(List.of(cell)));
    }

    /** The urn of accounts that only stay or go is the beta-binomial of customers. */
    @Test
    void shouldAgreeOnAccountsOfOneSize() {
        for (var lost : new int[] {0, 2, 6, 12}) {
            var money = MoneyTest.position(stay(100, lost), stay(30, 2)).below();
            var logos = LogoTest.position(new Step(100, 100 - lost), new Step(30, 28))
                    .below();
            assertThat(money).isCloseTo(logos, within(0.08));
        }
    }

    private static Accounts stay(int accounts, int lost) {
        var before = new long[accounts];
        Arrays.fill(before, 10_000);
        var after = before.clone();
        Arrays.fill(after, 0, lost, 0);
        return Accounts.of(before, after);
    }
}
