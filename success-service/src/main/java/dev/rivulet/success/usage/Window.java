package dev.rivulet.success.usage;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * A span of days as it lies in the bits of the months: which bits of which month.
 *
 * @param month its first day
 * @param number which of several spans
 * @param bits the days of the month that belong to it, the first day's the lowest
 */
record Window(LocalDate month, int number, int bits) {

    /** From the first day to the last, both included. */
    static List<Window> of(int number, LocalDate first, LocalDate last) {
        var windows = new ArrayList<Window>();
        for (var month = first.withDayOfMonth(1); !month.isAfter(last); month = month.plusMonths(1)) {
            var from = month.isBefore(first) ? first.getDayOfMonth() : 1;
            var end = month.plusMonths(1).minusDays(1);
            var to = end.isAfter(last) ? last.getDayOfMonth() : end.getDayOfMonth();
            windows.add(new Window(month, number, (int) ((1L << to) - (1L << (from - 1)))));
        }
        return windows;
    }
}
