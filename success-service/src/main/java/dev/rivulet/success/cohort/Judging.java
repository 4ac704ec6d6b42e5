package dev.rivulet.success.cohort;

import dev.rivulet.kit.clock.TenantClock;
import dev.rivulet.success.cohort.MarkStore.CellKey;
import dev.rivulet.success.cohort.MarkStore.MarkKey;
import dev.rivulet.success.cohort.domain.LogoFamily;
import dev.rivulet.success.cohort.domain.Measure;
import dev.rivulet.success.revenue.Revenue;
import dev.rivulet.success.revenue.RevenueChanges;
import dev.rivulet.success.revenue.Slice;
import dev.rivulet.success.revenue.domain.MonthClose;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Judges a tenant's cohort tables month by month: each month's cells once it has closed, by what is known then. When
 * corrections change a month that was judged, it and all after it are judged again, since it is part of their baseline.
 */
@Singleton
class Judging {

    private final Revenue revenue;
    private final RevenueChanges changes;
    private final MarkStore marks;
    private final MoneyMarks monies;
    private final RedCells redCells;
    private final TenantClock clock;

    Judging(
            Revenue revenue,
            RevenueChanges changes,
            MarkStore marks,
            MoneyMarks monies,
            RedCells redCells,
            TenantClock clock) {
        this.revenue = revenue;
        this.changes = changes;
        this.marks = marks;
        this.monies = monies;
        this.redCells = redCells;
        this.clock = clock;
    }

    /** Until nothing is left to judge; each month in a transaction of its own. */
    void catchUp() {
        QuarkusTransaction.requiringNew().run(this::turnBack);
        while (QuarkusTransaction.requiringNew().call(this::judgeNext)) {
            // The next month.
        }
    }

    /** To the first month that corrections have changed. */
    private void turnBack() {
        if (!marks.isAlone()) {
            return;
        }
        var judged = marks.judgedThrough();
        var changed = changes.take();
        if (judged != null && changed != null && !changed.isAfter(judged)) {
            marks.judgedThrough(changed.minusMonths(1));
        }
    }

    /** False when there is none, or another replica is at it. */
    private boolean judgeNext() {
        if (!marks.isAlone()) {
            return false;
        }
        var first = revenue.firstMonth();
        if (first == null) {
            return false;
        }
        var last = marks.judgedThrough();
        var next = last == null || last.isBefore(first) ? first.plusMonths(1) : last.plusMonths(1);
        if (next.isAfter(MonthClose.lastClosed(clock.now()))) {
            return false;
        }
        judge(first, next, last);
        marks.judgedThrough(next);
        return true;
    }

    private void judge(YearMonth first, YearMonth month, @Nullable YearMonth last) {
        var closed = revenue.cohorts(Slice.ALL, null, first, month.minusMonths(1)).stream()
                .map(CohortRow::of)
                .map(row -> row.steps(month))
                .toList();
        var judged = new HashSet<MarkKey>();
        judgeLogos(closed, month, judged);
        var ages = new ArrayList<CellKey>();
        for (var row : closed) {
            var age = row.steps().size();
            if (age >= 1 && row.last().plusMonths(age).equals(month)) {
                ages.add(new CellKey(row.last(), age));
            }
        }
        for (var currency : revenue.currencies()) {
            judgeMonies(currency, ages, judged);
        }
        // Corrections may have left nobody in a cohort that was judged before.
        marks.closing(last, month).stream()
                .filter(stored -> !judged.contains(stored.key()))
                .forEach(redCells::forget);
    }

    private void judgeLogos(List<LogoFamily.Row> rows, YearMonth month, Set<MarkKey> keys) {
        for (var judged : LogoFamily.judge(rows, month)) {
            var key = new MarkKey(Measure.LOGO, null, new CellKey(judged.row().last(), judged.age()));
            redCells.keep(key, LogoMarks.view(judged), judged.mark().position(), LogoMarks.previous(rows, judged));
            keys.add(key);
        }
    }

    private void judgeMonies(String currency, List<CellKey> cells, Set<MarkKey> keys) {
        monies.judge(currency, cells).forEach((key, mark) -> {
            redCells.keep(key, MarkView.of(mark, null), mark.position(), null);
            keys.add(key);
        });
    }
}
