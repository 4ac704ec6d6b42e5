package dev.rivulet.success.metric;

import dev.rivulet.success.metric.domain.MetricPolicy;
import dev.rivulet.success.metric.domain.Month;
import dev.rivulet.success.revenue.domain.Figure;
import dev.rivulet.success.revenue.domain.Levels;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Reads a month out of the sums, as known now or as reported when it closed. */
final class MetricMonths {

    private MetricMonths() {}

    /**
     * A month, with what a figure of it may look back on.
     *
     * @param before the months before it, as far back as a policy looks
     */
    record Told(Month month, List<Month> before) {

        private static Told of(IntFunction<Month> read, int month) {
            return new Told(
                    read.apply(month),
                    IntStream.range(month - MetricPolicy.TRAILING, month)
                            .mapToObj(read)
                            .toList());
        }
    }

    static Told known(Levels levels, int month) {
        return Told.of(each -> knownMonth(levels, each), month);
    }

    /** Each of the months as it was reported when it closed. */
    static Told reported(Levels levels, int month) {
        return Told.of(each -> reportedMonth(levels, each), month);
    }

    private static Month knownMonth(Levels levels, int month) {
        return new Month(
                levels.stock(Figure.MRR, month - 1),
                levels.flow(Figure.GAINED_NEW, month),
                levels.flow(Figure.EXPANSION, month),
                levels.flow(Figure.CONTRACTION, month),
                levels.flow(Figure.CHURN, month),
                levels.flow(Figure.REACTIVATION, month),
                levels.stock(Figure.MRR, month),
                levels.flow(Figure.SHRUNK, month),
                levels.stock(Figure.ACTIVE, month - 1),
                levels.flow(Figure.LOST, month),
                levels.flow(Figure.JOINED, month),
                levels.flow(Figure.RETURNED, month),
                levels.flow(Figure.FLEETING, month),
                levels.stock(Figure.ACTIVE, month));
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
                levels.stock(Figure.ACTIVE, month - 1) + levels.flow(Figure.LATE_BEGIN_ACTIVE, month),
                levels.reportedFlow(Figure.LOST, month),
                levels.flow(Figure.JOINED, month) + levels.flow(Figure.LATE_BEGUN, month),
                levels.reportedFlow(Figure.RETURNED, month),
                levels.reportedFlow(Figure.FLEETING, month),
                levels.reportedStock(Figure.ACTIVE, month));
    }
}
