package dev.rivulet.success.revenue.domain;

import java.time.YearMonth;
import java.util.Comparator;

/** The accounts that started in a month, in a month. */
public record Cell(YearMonth start, YearMonth month) implements Comparable<Cell> {

    private static final Comparator<Cell> ORDER =
            Comparator.comparing(Cell::start).thenComparing(Cell::month);

    @Override
    public int compareTo(Cell other) {
        return ORDER.compare(this, other);
    }
}
