package dev.rivulet.success.revenue.domain;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * An account's recurring revenue in one currency as some of its movements tell it. It starts on the first day that ends
 * with revenue, with what it has then: what is lost before that month ends is lost, and not overlooked. Where no day
 * does, because only losses are known yet, it has not joined.
 */
final class History {

    private final TreeMap<YearMonth, Long> ends = new TreeMap<>();
    private final TreeMap<YearMonth, Figures> flows = new TreeMap<>();
    private final TreeMap<YearMonth, Long> beginnings = new TreeMap<>();
    private final TreeMap<YearMonth, Long> endings = new TreeMap<>();
    private final YearMonth start;
    private final long base;

    private History(NavigableMap<LocalDate, Long> days, Collection<Movement> movements) {
        LocalDate first = null;
        var begun = 0L;
        var level = 0L;
        for (var day : days.entrySet()) {
            var before = level;
            level = Math.addExact(level, day.getValue());
            var month = YearMonth.from(day.getKey());
            ends.put(month, level);
            if (before > 0 != level > 0) {
                (level > 0 ? beginnings : endings).merge(month, 1L, Long::sum);
            }
            if (first == null && level > 0) {
                first = day.getKey();
                begun = level;
            }
        }
        start = YearMonth.from(first == null ? days.firstKey() : first);
        base = begun;
        for (var movement : movements) {
            flows.merge(movement.month(), Figures.NONE.with(movement.kind().figure, movement.minor()), Figures::plus);
        }
    }

    /** Of at least one movement, in any order. */
    static History of(Collection<Movement> movements) {
        var days = new TreeMap<LocalDate, Long>();
        movements.forEach(movement -> days.merge(movement.on(), movement.minor(), Math::addExact));
        return new History(days, movements);
    }

    YearMonth start() {
        return start;
    }

    long base() {
        return base;
    }

    /** The months with movements. */
    Set<YearMonth> months() {
        return ends.keySet();
    }

    private long end(YearMonth month) {
        var last = ends.floorEntry(month);
        return last == null ? 0 : last.getValue();
    }

    private long active(YearMonth month) {
        return end(month) > 0 ? 1 : 0;
    }

    private long kept(YearMonth month) {
        return month.isBefore(start) ? 0 : Math.min(base, Math.max(0, end(month)));
    }

    private int joined(YearMonth month) {
        return month.equals(start) && base > 0 ? 1 : 0;
    }

    /** What happened in a month. */
    private Figures flow(YearMonth month) {
        var change = flow(Period.MONTH, month);
        var lost = change.get(Figure.LOST);
        return flows.getOrDefault(month, Figures.NONE)
                .plus(change)
                .with(Figure.RETURNED, beginnings.getOrDefault(month, 0L) - joined(month))
                .with(Figure.FLEETING, endings.getOrDefault(month, 0L) - lost);
    }

    /** The last months of the periods with movements. */
    Set<YearMonth> lasts(Period period) {
        return ends.keySet().stream().map(period::last).collect(Collectors.toCollection(TreeSet::new));
    }

    /** What a period that ends with a month took from, and gave to, what there was when it began. */
    Figures flow(Period period, YearMonth last) {
        var before = Math.max(0, end(last.minusMonths(period.months)));
        var after = Math.max(0, end(last));
        return Figures.NONE
                .with(period.lost, before > 0 && after == 0 ? 1 : 0)
                .with(period.shrunk, Math.max(0, before - after))
                .with(period.grown, before > 0 ? Math.max(0, after - before) : 0);
    }

    /** What a month changed. */
    Figures change(YearMonth month) {
        var before = month.minusMonths(1);
        return flow(month)
                .with(Figure.JOINED, joined(month))
                .with(Figure.BASE, joined(month) * base)
                .with(Figure.ACTIVE, active(month) - active(before))
                .with(Figure.MRR, end(month) - end(before))
                .with(Figure.KEPT, kept(month) - kept(before));
    }

    /** What stood at the end of a month that is not before the start, in the figures of corrections. */
    Figures reported(YearMonth month) {
        var before = month.minusMonths(1);
        var flow = flow(month);
        var figures = Figures.NONE
                .with(Figure.LATE_JOINED, base > 0 ? 1 : 0)
                .with(Figure.LATE_BASE, base)
                .with(Figure.LATE_ACTIVE, active(month))
                .with(Figure.LATE_MRR, end(month))
                .with(Figure.LATE_KEPT, kept(month))
                .with(Figure.LATE_BEGIN_ACTIVE, active(before))
                .with(Figure.LATE_BEGIN_MRR, end(before))
                .with(Figure.LATE_BEGUN, joined(month));
        for (var figure : new Figure[] {
            Figure.LOST,
            Figure.RETURNED,
            Figure.FLEETING,
            Figure.SHRUNK,
            Figure.GROWN,
            Figure.GAINED_NEW,
            Figure.EXPANSION,
            Figure.CONTRACTION,
            Figure.CHURN,
            Figure.REACTIVATION
        }) {
            figures = figures.with(figure.late(), flow.get(figure));
        }
        return figures;
    }
}
