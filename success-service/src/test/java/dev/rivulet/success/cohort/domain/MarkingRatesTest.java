package dev.rivulet.success.cohort.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rivulet.success.cohort.domain.LogoFamily.Judged;
import dev.rivulet.success.cohort.domain.LogoFamily.Row;
import dev.rivulet.success.cohort.domain.LogoTest.Step;
import dev.rivulet.success.cohort.domain.Marking.Mark;
import dev.rivulet.success.cohort.domain.Marking.Monies;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How often the marking is wrong, and how often it sees: measured on tables whose truth is known. */
class MarkingRatesTest {

    private static final int MONTHS = 12;
    private static final YearMonth FIRST = YearMonth.of(2025, 1);
    private static final int TABLES = 300;

    /** Each is drawn thousands of times over; on 300 as many losses are seen. */
    private static final int LOSSES = 100;

    @ParameterizedTest(name = "{0} customers a month, {1} lost a month")
    @CsvSource({"30, 0.05", "60, 0.05", "100, 0.02", "100, 0.05", "100, 0.10", "100, 0.20", "300, 0.05"})
    void shouldHardlyEverMarkChance(int customers, double churn) {
        var reds = 0;
        for (var seed = 0; seed < TABLES; seed++) {
            var rows = table(customers, churn, -1, -1, seed);
            for (var month = 1; month < MONTHS; month++) {
                reds += reds(LogoFamily.judge(rows, FIRST.plusMonths(month)).stream()
                        .map(Judged::mark)
                        .toList());
            }
        }
        assertThat((double) reds / TABLES)
                .as("false reds per table of 12 months, seeds 0 to 299")
                .isLessThanOrEqualTo(0.3);
    }

    @ParameterizedTest(name = "{0} customers a month")
    @CsvSource({"100", "200", "400"})
    void shouldSeeFivePercentBecomeThirty(int customers) {
        var seen = 0;
        for (var seed = 0; seed < TABLES; seed++) {
            var rows = table(customers, 0.05, 5, 2, seed);
            seen += (int) LogoFamily.judge(rows, FIRST.plusMonths(7)).stream()
                    .filter(judged -> judged.row().key().equals("5")
                            && judged.age() == 2
                            && judged.mark().verdict() == Verdict.RED_DOWN)
                    .count();
        }
        assertThat((double) seen / TABLES).as("seen, seeds 0 to 299").isGreaterThanOrEqualTo(0.95);
    }

    /** A rule of ±50 % of the month before, for comparison: this is what is not done. */
    @Test
    void shouldBeFarBetterThanAPlainRule() {
        var plain = 0;
        for (var seed = 0; seed < TABLES; seed++) {
            for (var row : table(100, 0.05, -1, -1, seed)) {
                for (var age = 2; age <= row.steps().size(); age++) {
                    var before = lost(row.steps().get(age - 2));
                    var now = lost(row.steps().get(age - 1));
                    plain += Math.abs(now - before) > before / 2 ? 1 : 0;
                }
            }
        }
        assertThat((double) plain / TABLES).isGreaterThan(13);
    }

    @Test
    void shouldHardlyEverMarkChanceInMoney() {
        var reds = IntStream.range(0, TABLES)
                .parallel()
                .map(seed -> {
                    var random = new SplittableRandom(seed);
                    var red = 0;
                    for (var month = 1; month < MONTHS; month++) {
                        var family = new ArrayList<Monies>();
                        for (var start = 1; start < month; start++) {
                            family.add(new Monies(accounts(60, 0.05, random), accounts(60 * start, 0.05, random)));
                        }
                        red += reds(Marking.monies(family));
                    }
                    return red;
                })
                .sum();
        assertThat((double) reds / TABLES)
                .as("false reds per table of 12 months, seeds 0 to 299")
                .isLessThanOrEqualTo(0.3);
    }

    @Test
    void shouldSeeMoneyGo() {
        var seen = 0;
        for (var seed = 0; seed < LOSSES; seed++) {
            var random = new SplittableRandom(seed);
            var family = List.of(
                    new Monies(accounts(200, 0.30, random), accounts(1_000, 0.05, random)),
                    new Monies(accounts(200, 0.05, random), accounts(800, 0.05, random)));
            seen += Marking.monies(family).getFirst().verdict() == Verdict.RED_DOWN ? 1 : 0;
        }
        assertThat((double) seen / LOSSES).as("seen, seeds 0 to 99").isGreaterThanOrEqualTo(0.9);
    }

    /** Accounts of different sizes, of which some go, some shrink and some grow. */
    private static Accounts accounts(int count, double churn, SplittableRandom random) {
        var before = new long[count];
        var after = new long[count];
        for (var i = 0; i < count; i++) {
            before[i] = 1_000 * (1 + random.nextInt(10)) * (1 + random.nextInt(5));
            var fate = random.nextDouble();
            after[i] = fate < churn
                    ? 0
                    : fate < churn + 0.05 ? before[i] / 2 : fate > 0.95 ? before[i] * 3 / 2 : before[i];
        }
        return Accounts.of(before, after);
    }

    private static int reds(List<Mark> marks) {
        return (int) marks.stream().filter(mark -> mark.verdict().isRed()).count();
    }

    private static int lost(Step step) {
        return step.at() - step.stayed();
    }

    /** A table in which every customer goes with the same probability every month, but for one cell. */
    private static List<Row> table(int customers, double churn, int worse, int worseAge, int seed) {
        var random = new SplittableRandom(seed);
        var rows = new ArrayList<Row>();
        for (var start = 0; start < MONTHS; start++) {
            var at = customers;
            var steps = new ArrayList<Step>();
            for (var age = 1; age < MONTHS - start; age++) {
                var stayed = 0;
                for (var customer = 0; customer < at; customer++) {
                    stayed += random.nextDouble() >= (start == worse && age == worseAge ? 0.30 : churn) ? 1 : 0;
                }
                steps.add(new Step(at, stayed));
                at = stayed;
            }
            rows.add(new Row(String.valueOf(start), FIRST.plusMonths(start), steps));
        }
        return rows;
    }
}
