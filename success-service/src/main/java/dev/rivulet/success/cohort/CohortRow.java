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
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/**
 * One row of a cohort table.
 *
 * @param first the month in which the oldest of its accounts may have started
 * @param last the month in which the youngest of them started
 */
record CohortRow(String key, YearMonth first, YearMonth last, Levels levels) {

    static CohortRow of(Revenue.Cohort cohort) {
        return new CohortRow(cohort.start().toString(), cohort.start(), cohort.start(), cohort.levels());
    }

    static CohortRow of(Revenue.Group group, YearMonth first) {
        return new CohortRow(group.value(), first, group.last(), group.levels());
    }

    CellState state(int age, YearMonth closed) {
        return CellState.of(first.plusMonths(age), last.plusMonths(age), closed);
    }

    /** Whether its open cells mean anything: all accounts are of the same age. */
    boolean isOneMonth() {
        return first.equals(last);
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
        for (var month = 0; month <= age; month++) {
            revenue = Math.addExact(revenue, stock(Figure.MRR, month, reported));
        }
        return revenue;
    }

    private long stock(Figure figure, int age, boolean reported) {
        return reported ? levels.reportedStock(figure, age) : levels.stock(figure, age);
    }

    /** What it kept from age to age, as far as its cells are closed. */
    LogoFamily.Row steps(YearMonth closed) {
        var steps = new ArrayList<Step>();
        for (var age = 1; age <= LogoFamily.OLDEST && state(age, closed) == CellState.CLOSED; age++) {
            var at = levels.stock(Figure.ACTIVE, age - 1);
            steps.add(new Step((int) at, (int) (at - levels.flow(Figure.LOST, age))));
        }
        return new LogoFamily.Row(key, last, steps);
    }
}
