package dev.rivulet.success.cohort.domain;

import java.time.YearMonth;

/** Whether a cell of a cohort table can be told. */
public enum CellState {
    /** Every account of it has reached the age, and the month is over. */
    CLOSED,
    /** Some accounts have reached the age, or the month runs. */
    OPEN,
    FUTURE;

    /**
     * Of accounts that started in several months.
     *
     * @param first the month in which the oldest of them are of the age
     * @param last the same of the youngest
     * @param closed the last month that is over
     */
    public static CellState of(YearMonth first, YearMonth last, YearMonth closed) {
        if (!last.isAfter(closed)) {
            return CLOSED;
        }
        return first.isAfter(closed.plusMonths(1)) ? FUTURE : OPEN;
    }
}
