package dev.rivulet.success.task.domain;

import java.time.DayOfWeek;
import java.time.LocalDate;

/**
 * By when something is to be done: so many days after a day, all of them or working days only. Monday to Friday are
 * working days; of holidays nothing is known.
 */
public record Deadline(int days, boolean working) {

    public static final int MOST = 365;

    public Deadline {
        if (days < 0 || days > MOST) {
            throw new IllegalArgumentException("a deadline is 0 to " + MOST + " days away, not " + days);
        }
    }

    public static Deadline days(int days) {
        return new Deadline(days, false);
    }

    public static Deadline workingDays(int days) {
        return new Deadline(days, true);
    }

    /** A deadline in working days is itself one. */
    public LocalDate from(LocalDate day) {
        if (!working) {
            return day.plusDays(days);
        }
        var due = day;
        for (var left = days; left > 0; ) {
            due = due.plusDays(1);
            if (isWorking(due)) {
                left--;
            }
        }
        while (!isWorking(due)) {
            due = due.plusDays(1);
        }
        return due;
    }

    private static boolean isWorking(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }
}
