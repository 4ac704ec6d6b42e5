package dev.rivulet.success.cohort;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rivulet.success.cohort.domain.CellState;
import dev.rivulet.success.cohort.domain.Measure;
import dev.rivulet.success.revenue.Revenue;
import dev.rivulet.success.revenue.domain.AccountRevenue;
import dev.rivulet.success.revenue.domain.Figures;
import dev.rivulet.success.revenue.domain.Levels;
import dev.rivulet.success.revenue.domain.MovementText;
import dev.rivulet.success.revenue.domain.Period;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Cells of a cohort by age, from the movements of its accounts. */
class CohortRowTest {

    private static final int AGES = 3;
    private static final BigDecimal MARGIN = new BigDecimal("0.8");

    /**
     * Accounts parted by ";", their movements by ",": day, kind, minor units. Of ages 0 to 2: logo, gross and net
     * retention, and lifetime value in minor units.
     */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            one of two goes           | 2025-01-05 NEW 100, 2025-02-10 CHURN -100; 2025-01-31 NEW 100                 | 1.000000 0.500000 0.500000 | 1.000000 0.500000 0.500000 | 1.000000 0.500000 0.500000 | 80 120 160
            goes in the month it came | 2025-01-05 NEW 100, 2025-01-20 CHURN -100; 2025-01-06 NEW 100                 | 0.500000 0.500000 0.500000 | 0.500000 0.500000 0.500000 | 0.500000 0.500000 0.500000 | 40 80 120
            comes back for more       | 2025-01-05 NEW 100, 2025-02-10 CHURN -100, 2025-03-01 REACTIVATION 150        | 1.000000 0.000000 1.000000 | 1.000000 0.000000 1.000000 | 1.000000 0.000000 1.500000 | 80 80 200
            grows from the next day   | 2025-01-05 NEW 100, 2025-01-06 EXPANSION 50, 2025-03-31 CONTRACTION -75       | 1.000000 1.000000 1.000000 | 1.000000 1.000000 0.750000 | 1.500000 1.500000 0.750000 | 120 240 300
            grows on the very day     | 2025-01-05 NEW 100, 2025-01-05 EXPANSION 50, 2025-02-28 CONTRACTION -75       | 1.000000 1.000000 1.000000 | 1.000000 0.500000 0.500000 | 1.000000 0.500000 0.500000 | 120 180 240
            growth hides no loss      | 2025-01-05 NEW 100, 2025-02-01 EXPANSION 100; 2025-01-05 NEW 100, 2025-02-01 CHURN -100 | 1.000000 0.500000 0.500000 | 1.000000 0.500000 0.500000 | 1.000000 1.000000 1.000000 | 80 160 240
            a third of three          | 2025-01-05 NEW 1; 2025-01-05 NEW 1; 2025-01-05 NEW 1, 2025-02-05 CHURN -1          | 1.000000 0.666667 0.666667 | 1.000000 0.666667 0.666667 | 1.000000 0.666667 0.666667 | 1 1 2
            """)
    void shouldTellWhatACohortKept(
            String name, String accounts, String logo, String gross, String net, String lifetime) {
        var start = YearMonth.of(2025, 1);
        var sums = new TreeMap<Integer, Figures>();
        for (var account : accounts.split(";")) {
            AccountRevenue.contribution(MovementText.account(account)).forEach((cell, figures) -> {
                assertThat(cell.start()).isEqualTo(start);
                sums.merge(Revenue.number(cell.month()) - Revenue.number(start), figures, Figures::plus);
            });
        }
        var row = CohortRow.of(new Revenue.Cohort(start, Levels.of(sums)));
        assertThat(ages(age -> row.share(Measure.LOGO, age, false, MARGIN).value()))
                .isEqualTo(logo);
        assertThat(ages(age -> row.share(Measure.GROSS, age, false, MARGIN).value()))
                .isEqualTo(gross);
        assertThat(ages(age -> row.share(Measure.NET, age, false, MARGIN).value()))
                .isEqualTo(net);
        assertThat(ages(age -> row.lifetime(age, false, MARGIN))).isEqualTo(lifetime);
    }

    /** All are of an age when the period ends, whenever in the first one they started. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            QUARTER | 2025-Q1 2025-Q2 2025-Q3 | 3 | 0.666667 0.333333 0.666667 | 0.666667 0.333333 0.500000 | 133 213 333
            YEAR    | 2025 2026 2027          | 3 | 0.666667 0.666667 0.666667 | 0.500000 0.500000 0.500000 | 453 933 1413
            """)
    void shouldTellWhatWhoStartedInAPeriodKept(
            Period period, String names, long customers, String logo, String gross, String lifetime) {
        var sums = new TreeMap<YearMonth, TreeMap<Integer, Figures>>();
        for (var account : List.of(
                "2025-01-05 NEW 100, 2025-04-10 CHURN -100",
                "2025-03-31 NEW 100",
                "2025-02-10 NEW 100, 2025-03-05 CHURN -100, 2025-07-01 REACTIVATION 50")) {
            AccountRevenue.contribution(MovementText.account(account))
                    .forEach((cell, figures) -> sums.computeIfAbsent(cell.start(), none -> new TreeMap<>())
                            .merge(
                                    Revenue.number(cell.month()) - Revenue.number(cell.start()),
                                    figures,
                                    Figures::plus));
        }
        var cohorts = sums.entrySet().stream()
                .map(start -> new Revenue.Cohort(start.getKey(), Levels.of(start.getValue())))
                .toList();
        var rows = CohortRow.of(cohorts, period);
        assertThat(rows).hasSize(1);
        var row = rows.getFirst();
        assertThat(row.key()).isEqualTo(names.split(" ")[0]);
        assertThat(ages(row::at)).isEqualTo(names);
        assertThat(row.customers(0, false)).isEqualTo(customers);
        assertThat(ages(age -> row.share(Measure.LOGO, age, false, MARGIN).value()))
                .isEqualTo(logo);
        assertThat(ages(age -> row.share(Measure.GROSS, age, false, MARGIN).value()))
                .isEqualTo(gross);
        assertThat(ages(age -> row.share(Measure.NET, age, true, MARGIN).value()))
                .isEqualTo(gross);
        assertThat(ages(age -> row.lifetime(age, false, MARGIN))).isEqualTo(lifetime);
        assertThat(ages(age -> row.state(age, row.last()))).isEqualTo("CLOSED OPEN FUTURE");
        assertThat(row.state(0, row.first())).isEqualTo(CellState.OPEN);
    }

    private static String ages(IntFunction<@Nullable Object> figure) {
        return IntStream.range(0, AGES).mapToObj(figure).map(String::valueOf).collect(Collectors.joining(" "));
    }
}
