package dev.rivulet.success.usage.domain;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/** The length of a period. */
public enum Interval {
    DAY("day", 60),
    /** From Monday to Sunday. */
    WEEK("week", 53),
    MONTH("month", 36);

    private final String name;
    private final int most;

    Interval(String name, int most) {
        this.name = name;
        this.most = most;
    }

    /** How many may be asked for at once. */
    public int most() {
        return most;
    }

    /** The first day of the last period that ended on this day or before it. */
    public LocalDate lastEnded(LocalDate day) {
        var next = day.plusDays(1);
        return plus(start(next), -1);
    }

    private LocalDate start(LocalDate day) {
        return switch (this) {
            case DAY -> day;
            case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> day.withDayOfMonth(1);
        };
    }

    public LocalDate plus(LocalDate start, int periods) {
        return switch (this) {
            case DAY -> start.plusDays(periods);
            case WEEK -> start.plusWeeks(periods);
            case MONTH -> start.plusMonths(periods);
        };
    }

    /** As callers write it. */
    @Override
    public String toString() {
        return name;
    }

    /** The one of that name; the framework reads query parameters by it. */
    public static Interval fromString(String name) {
        for (var interval : values()) {
            if (interval.name.equals(name)) {
                return interval;
            }
        }
        throw new IllegalArgumentException(name);
    }
}
