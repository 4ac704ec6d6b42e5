package dev.rivulet.success.metric;

import dev.rivulet.success.metric.domain.MetricPolicy;
import dev.rivulet.success.metric.domain.Month;
import dev.rivulet.success.revenue.domain.Figure;
import dev.rivulet.success.revenue.domain.Levels;
import dev.rivulet.success.revenue.domain.Period;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;

/** Reads a month, or a longer period, out of the sums, as known now or as reported when it closed. */
final class MetricMonths {

    private MetricMonths() {}

    /**
     * A month, with what a figure of it may look back on.
     *
     * @param before the months before its last one, as far back as a policy looks
     * @param months how many it is of
     */
    record Told(Month month, List<Month> before, int months) {

        private static Told of(IntFunction<Month> read, int month) {
            return new Told(read.apply(month), before(read, month), 1);
        }

        private static List<Month> before(IntFunction<Month> read, int month) {
            return IntStream.range(month - MetricPolicy.TRAILING, month)
                    .mapToObj(read)
                    .toList();
        }
    }

    static Told known(Levels levels, int month) {
        return known(levels, Period.MONTH, month);
    }

    /** A period that ends with a month. */
    static Told known(Levels levels, Period period, int last) {
        return new Told(
                knownPeriod(levels, period, last),
                Told.before(month -> knownPeriod(levels, Period.MONTH, month), last),
                period.months);
    }

    /** Each of the months as it was reported when it closed. */
    static Told reported(Levels levels, int month) {
        return Told.of(each -> reportedMonth(levels, each), month);
    }

    private static Month knownPeriod(Levels levels, Period period, int last) {
        var before = last - period.months;
        ToLongFunction<Figure> sum = figure -> IntStream.rangeClosed(before + 1, last)
                .mapToLong(month -> levels.flow(figure, month))
                .sum();
        var lost = levels.flow(period.lost, last);
        return new Month(
                levels.stock(Figure.MRR, before),
                sum.applyAsLong(Figure.GAINED_NEW),
                sum.applyAsLong(Figure.EXPANSION),
                sum.applyAsLong(Figure.CONTRACTION),
                sum.applyAsLong(Figure.CHURN),
                sum.applyAsLong(Figure.REACTIVATION),
                levels.stock(Figure.MRR, last),
                levels.flow(period.shrunk, last),
                levels.flow(period.grown, last),
                levels.stock(Figure.ACTIVE, before),
                lost,
                sum.applyAsLong(Figure.JOINED),
                sum.applyAsLong(Figure.RETURNED),
                // Revenue that ended in one month of the period and began anew in another is not lost by it.
                sum.applyAsLong(Figure.LOST) + sum.applyAsLong(Figure.FLEETING) - lost,
                levels.stock(Figure.ACTIVE, last));
    }

    private static Month reportedMonth(Levels levels, int month) {
        return new Month(
                levels.stock(Figure.MRR, month - 1) + levels.flow(Figure.LATE_BEGIN_MRR, month),
                levels.reportedFlow(Figure.GAINED_NEW, month),
                levels.reportedFlow(Figure.EXPANSION, month),
                levels.reportedFlow(Figure.CONTRACTION, month),
                levels.reportedFlow(Figure.CHURN, month),
                levels.reportedFlow(Figure.REACTIVATION, month),
                levels.reportedStock(Figure.MRR, month),
                levels.reportedFlow(Figure.SHRUNK, month),
                levels.reportedFlow(Figure.GROWN, month),
                levels.stock(Figure.ACTIVE, month - 1) + levels.flow(Figure.LATE_BEGIN_ACTIVE, month),
                levels.reportedFlow(Figure.LOST, month),
                levels.flow(Figure.JOINED, month) + levels.flow(Figure.LATE_BEGUN, month),
                levels.reportedFlow(Figure.RETURNED, month),
                levels.reportedFlow(Figure.FLEETING, month),
                levels.reportedStock(Figure.ACTIVE, month));
    }
}
