package dev.rivulet.success.cohort;

import dev.rivulet.success.access.Portfolio;
import dev.rivulet.success.cohort.domain.Ewma;
import dev.rivulet.success.cohort.domain.LogoFamily;
import dev.rivulet.success.cohort.domain.Measure;
import dev.rivulet.success.revenue.domain.Period;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The marks of a table. Those of all accounts by start month have been judged as their months closed; any other table
 * of customers is judged as it is asked for, month by month in the same way, and opens no case.
 */
@Singleton
class TableMarks {

    private final MarkStore store;
    private final CohortCases cases;
    private final Portfolio portfolio;

    TableMarks(MarkStore store, CohortCases cases, Portfolio portfolio) {
        this.store = store;
        this.cases = cases;
        this.portfolio = portfolio;
    }

    /** By row and age. */
    record Marked(Map<Key, MarkView> marks) {

        /** A cell of the table. */
        record Key(String row, int age) {}

        @Nullable
        MarkView of(CohortRow row, int age) {
            return marks.get(new Key(row.key(), age));
        }
    }

    Marked of(CohortQuery query, List<CohortRow> rows, YearMonth closed) {
        if (query.isWatched()) {
            return watched(query);
        }
        return query.measure() == Measure.LOGO && query.period() == Period.MONTH
                ? judged(rows, closed)
                : new Marked(Map.of());
    }

    private Marked watched(CohortQuery query) {
        var marks = new HashMap<Marked.Key, MarkView>();
        var mine = portfolio.accounts();
        var opened = cases.ofCells(query.from(), query.to());
        store.of(query.measure(), query.currency(), query.from(), query.to()).forEach((cell, mark) -> {
            var seen = mine.map(mark::within).orElse(mark);
            marks.put(
                    new Marked.Key(cell.start().toString(), cell.age()),
                    mark.verdict().isRed() ? seen.in(opened.get(cell)) : seen);
        });
        return new Marked(marks);
    }

    private static Marked judged(List<CohortRow> rows, YearMonth closed) {
        var steps = rows.stream().map(row -> row.steps(closed)).toList();
        var months = new TreeSet<YearMonth>();
        for (var row : steps) {
            for (var age = 1; age <= row.steps().size(); age++) {
                months.add(row.last().plusMonths(age));
            }
        }
        var marks = new HashMap<Marked.Key, MarkView>();
        for (var month : months) {
            for (var judged : LogoFamily.judge(steps, month)) {
                marks.put(new Marked.Key(judged.row().key(), judged.age()), LogoMarks.view(judged));
            }
        }
        return new Marked(marks);
    }

    /** Where the table as a whole had moved away slowly. */
    List<CohortView.Drift> drifts(CohortQuery query) {
        var drifts = new ArrayList<CohortView.Drift>();
        if (!query.isWatched()) {
            return drifts;
        }
        var deviations = store.deviations(query.measure(), query.currency());
        var chart = Ewma.STANDARD.chart(
                deviations.values().stream().mapToDouble(Double::doubleValue).toArray());
        var months = List.copyOf(deviations.keySet());
        for (var i = 0; i < chart.size(); i++) {
            var point = chart.get(i);
            if (point.drift()) {
                drifts.add(new CohortView.Drift(
                        months.get(i).toString(),
                        hundredths(point.average()),
                        hundredths(point.upper()),
                        point.average() < 0 ? "DOWN" : "UP"));
            }
        }
        return drifts;
    }

    private static String hundredths(double value) {
        return BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_UP).toPlainString();
    }
}
