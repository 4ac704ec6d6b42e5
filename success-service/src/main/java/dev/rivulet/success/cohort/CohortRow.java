package dev.rivulet.success.cohort;

import dev.rivulet.success.cohort.domain.CellState;
import dev.rivulet.success.cohort.domain.Lifetime;
import dev.rivulet.success.cohort.domain.LogoFamily;
import dev.rivulet.success.cohort.domain.LogoTest.Step;
import dev.rivulet.success.cohort.domain.Measure;
import dev.rivulet.success.cohort.domain.Share;
import dev.rivulet.success.revenue.Revenue;
import dev.rivulet.success.revenue.domain.Figure;
import dev.rivulet.success.revenue.domain.Levels;
import dev.rivulet.success.revenue.domain.Period;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One row of a cohort table.
 *
 * @param first the month in which the oldest of its accounts may have started
 * @param last the month in which the youngest of them started
 * @param period what ages are counted in; of more than a month, all accounts are of an age when the period ends
 * @param levels by age in months; of such a period, in months since its first
 */
record CohortRow(String key, YearMonth first, YearMonth last, Period period, Levels levels) {

    static CohortRow of(Revenue.Cohort cohort) {
        return new CohortRow(cohort.start().toString(), cohort.start(), cohort.start(), Period.MONTH, cohort.levels());
    }

    /** Those that started in the same period, a row for each such period, oldest first. */
    static List<CohortRow> of(List<Revenue.Cohort> cohorts, Period period) {
        var rows = new TreeMap<YearMonth, CohortRow>();
        for (var cohort : cohorts) {
            var first = period.first(cohort.start());
            var later = Revenue.number(cohort.start()) - Revenue.number(first);
            var row = rows.computeIfAbsent(
                    first, none -> new CohortRow(period.name(first), first, period.last(first), period, Levels.NONE));
            rows.put(first, row.plus(cohort.levels(), later));
        }
        return List.copyOf(rows.values());
    }

    private CohortRow plus(Levels others, int later) {
        return new CohortRow(key, first, last, period, levels.plus(others, later));
    }

    static CohortRow of(Revenue.Group group, YearMonth first) {
        return new CohortRow(group.value(), first, group.last(), Period.MONTH, group.levels());
    }

    CellState state(int age, YearMonth closed) {
        return CellState.of(
                first.plusMonths((long) age * period.months), last.plusMonths((long) age * period.months), closed);
    }

    /** When the youngest of its accounts are of an age. */
    String at(int age) {
        return period.name(last.plusMonths((long) age * period.months));
    }

    /** Where the end of an age is in the levels. */
    private int end(int age) {
        return (age + 1) * period.months - 1;
    }

    /** Whether its open cells mean anything: all accounts are of the same age. */
    boolean isOfOneAge() {
        return first.equals(last) || period != Period.MONTH;
    }

    long customers(int age, boolean reported) {
        return stock(Figure.JOINED, age, reported);
    }

    /** Monthly revenue they began with, in minor units. */
    long base(int age, boolean reported) {
        return stock(Figure.BASE, age, reported);
    }

    Share share(Measure measure, int age, boolean reported, BigDecimal margin) {
        return switch (measure) {
            case LOGO -> new Share(stock(Figure.ACTIVE, age, reported), customers(age, reported));
            case GROSS -> new Share(stock(Figure.KEPT, age, reported), base(age, reported));
            case NET -> new Share(stock(Figure.MRR, age, reported), base(age, reported));
            case LTV -> new Share(Lifetime.margin(revenue(age, reported), margin), customers(age, reported));
        };
    }

    /** What a customer has brought to an age, in minor units; null where there was none. */
    @Nullable
    Long lifetime(int age, boolean reported, BigDecimal margin) {
        return Lifetime.perCustomer(revenue(age, reported), margin, customers(age, reported));
    }

    private long revenue(int age, boolean reported) {
        var revenue = 0L;
        for (var month = 0; month <= end(age); month++) {
            revenue = Math.addExact(revenue, level(Figure.MRR, month, reported));
        }
        return revenue;
    }

    private long stock(Figure figure, int age, boolean reported) {
        return level(figure, end(age), reported);
    }

    private long level(Figure figure, int month, boolean reported) {
        return reported ? levels.reportedStock(figure, month) : levels.stock(figure, month);
    }

    /** What it kept from age to age in months, as far as its cells are closed. */
    LogoFamily.Row steps(YearMonth closed) {
        var steps = new ArrayList<Step>();
        for (var age = 1; age <= LogoFamily.OLDEST && state(age, closed) == CellState.CLOSED; age++) {
            var at = levels.stock(Figure.ACTIVE, age - 1);
            steps.add(new Step((int) at, (int) (at - levels.flow(Figure.LOST, age))));
        }
        return new LogoFamily.Row(key, last, steps);
    }
}
