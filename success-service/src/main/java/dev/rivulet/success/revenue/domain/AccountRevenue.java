package dev.rivulet.success.revenue.domain;

import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What one account adds to the sums of its cohort: a function of its movements alone, so that sums are the same in
 * whatever order, and however often, the movements come.
 */
public final class AccountRevenue {

    private AccountRevenue() {}

    /** The cell and base of an account's beginning. */
    public record Start(YearMonth month, long base) {}

    /** When an account of at least one movement started. */
    public static Start start(Collection<Movement> movements) {
        var history = History.of(movements);
        return new Start(history.start(), history.base());
    }

    /** By cell, without any that is zero. */
    public static SortedMap<Cell, Figures> contribution(Collection<Movement> movements) {
        var cells = new TreeMap<Cell, Figures>();
        if (movements.isEmpty()) {
            return cells;
        }
        var now = History.of(movements);
        for (var month : now.months()) {
            cells.merge(new Cell(now.start(), month), now.change(month), Figures::plus);
        }
        for (var period : List.of(Period.QUARTER, Period.YEAR)) {
            for (var last : now.lasts(period)) {
                cells.merge(new Cell(now.start(), last), now.flow(period, last), Figures::plus);
            }
        }
        for (var month : correctedMonths(movements)) {
            correct(cells, now, movements, month);
        }
        cells.values().removeIf(Figures::isZero);
        return cells;
    }

    /** The months that were over while something of them, or of an earlier month, was still unknown. */
    private static Set<YearMonth> correctedMonths(Collection<Movement> movements) {
        var months = new TreeSet<YearMonth>();
        for (var movement : movements) {
            for (var month = movement.month();
                    MonthClose.closesAt(month).isBefore(movement.recordedAt());
                    month = month.plusMonths(1)) {
                months.add(month);
            }
        }
        return months;
    }

    private static void correct(
            SortedMap<Cell, Figures> cells, History now, Collection<Movement> movements, YearMonth month) {
        if (!now.start().isAfter(month)) {
            cells.merge(new Cell(now.start(), month), now.reported(month).negate(), Figures::plus);
        }
        var known = knownAtCloseOf(month, movements);
        if (!known.isEmpty()) {
            var then = History.of(known);
            if (!then.start().isAfter(month)) {
                cells.merge(new Cell(then.start(), month), then.reported(month), Figures::plus);
            }
        }
    }

    private static List<Movement> knownAtCloseOf(YearMonth month, Collection<Movement> movements) {
        var close = MonthClose.closesAt(month);
        return movements.stream()
                .filter(movement -> !movement.recordedAt().isAfter(close))
                .toList();
    }
}
