package dev.rivulet.success.revenue.domain;

import java.time.YearMonth;

/** A span of the calendar that figures are of. What accounts lost and gained in it is not what they did in its months. */
public enum Period {
    MONTH(1, Figure.LOST, Figure.SHRUNK, Figure.GROWN),
    QUARTER(3, Figure.LOST_QUARTER, Figure.SHRUNK_QUARTER, Figure.GROWN_QUARTER),
    YEAR(12, Figure.LOST_YEAR, Figure.SHRUNK_YEAR, Figure.GROWN_YEAR);

    public final int months;
    /** Accounts with revenue when it began and none when it ended. */
    public final Figure lost;
    /** Σ max(0, start − end). */
    public final Figure shrunk;
    /** Σ max(0, end − start) of those with revenue when it began. */
    public final Figure grown;

    Period(int months, Figure lost, Figure shrunk, Figure grown) {
        this.months = months;
        this.lost = lost;
        this.shrunk = shrunk;
        this.grown = grown;
    }

    /** The first month of the period that a month is in. */
    public YearMonth first(YearMonth month) {
        return last(month).minusMonths(months - 1);
    }

    /** The last month of the period that a month is in. */
    public YearMonth last(YearMonth month) {
        return month.plusMonths(months - 1 - (month.getMonthValue() - 1) % months);
    }

    /** What the period that a month is in is called: 2026-03, 2026-Q1, 2026. */
    public String name(YearMonth month) {
        return switch (this) {
            case MONTH -> month.toString();
            case QUARTER -> month.getYear() + "-Q" + (month.getMonthValue() + 2) / 3;
            case YEAR -> Integer.toString(month.getYear());
        };
    }
}
