package dev.rivulet.success.cohort;

import dev.rivulet.success.cohort.MarkStore.CellKey;
import dev.rivulet.success.cohort.MarkStore.MarkKey;
import dev.rivulet.success.cohort.domain.Accounts;
import dev.rivulet.success.cohort.domain.LogoFamily;
import dev.rivulet.success.cohort.domain.Marking;
import dev.rivulet.success.cohort.domain.Marking.Mark;
import dev.rivulet.success.cohort.domain.Marking.Monies;
import dev.rivulet.success.cohort.domain.Measure;
import dev.rivulet.success.revenue.Revenue;
import dev.rivulet.success.revenue.Revenue.Step;
import dev.rivulet.success.revenue.Slice;
import dev.rivulet.success.revenue.domain.Figure;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Judges what became of cohorts' money, account by account. */
@Singleton
class MoneyMarks {

    /** As many accounts of others tell what is normal as well as all of them do. */
    private static final long ENOUGH = 20_000;

    private final Revenue revenue;

    MoneyMarks(Revenue revenue) {
        this.revenue = revenue;
    }

    /** Of the cells that closed in one month. */
    Map<MarkKey, Mark> judge(String currency, List<CellKey> cells) {
        var gross = new ArrayList<Monies>();
        var net = new ArrayList<Monies>();
        var judged = new ArrayList<CellKey>();
        for (var cell : cells) {
            var from = cell.start().minusMonths(LogoFamily.BASELINE);
            var steps = revenue.steps(currency, from, cell.start(), cell.age(), oneIn(currency, cell));
            var own = steps.stream()
                    .filter(step -> step.start().equals(cell.start()))
                    .toList();
            if (!own.isEmpty()) {
                var others = steps.stream()
                        .filter(step -> !step.start().equals(cell.start()))
                        .toList();
                judged.add(cell);
                gross.add(new Monies(accounts(own, false), accounts(others, false)));
                net.add(new Monies(accounts(own, true), accounts(others, true)));
            }
        }
        var marks = new LinkedHashMap<MarkKey, Mark>();
        put(marks, Measure.GROSS, currency, judged, Marking.monies(gross));
        put(marks, Measure.NET, currency, judged, Marking.monies(net));
        return marks;
    }

    private static void put(
            Map<MarkKey, Mark> marks, Measure measure, String currency, List<CellKey> cells, List<Mark> judged) {
        for (var i = 0; i < cells.size(); i++) {
            marks.put(new MarkKey(measure, currency, cells.get(i)), judged.get(i));
        }
    }

    private int oneIn(String currency, CellKey cell) {
        var others = revenue
                .cohorts(
                        Slice.ALL,
                        currency,
                        cell.start().minusMonths(LogoFamily.BASELINE),
                        cell.start().minusMonths(1))
                .stream()
                .mapToLong(cohort -> cohort.levels().stock(Figure.JOINED, 0))
                .sum();
        return (int) (1 + others / ENOUGH);
    }

    private static Accounts accounts(List<Step> steps, boolean growing) {
        return Accounts.of(
                steps.stream().mapToLong(Step::before).toArray(),
                steps.stream()
                        .mapToLong(step -> growing ? step.after() : Math.min(step.before(), step.after()))
                        .toArray());
    }
}
