package dev.rivulet.success.renewal.domain;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * Where the years of a subscription begin, in the account's zone. Every one is reckoned from the first, so that one of
 * 29 February finds back to it.
 *
 * @param day the day of month asked for; a shorter month begins the year on its last day
 */
public record Anniversary(LocalDate first, int day) {

    public Anniversary {
        if (day < 1 || day > 31) {
            throw new IllegalArgumentException("day " + day + " of a month");
        }
    }

    /** The first of them that is not before a day. */
    public LocalDate notBefore(LocalDate from) {
        var same = of(from.getYear());
        return same.isBefore(from) ? of(from.getYear() + 1) : same;
    }

    private LocalDate of(int year) {
        var month = YearMonth.of(year, first.getMonth());
        return month.atDay(Math.min(day, month.lengthOfMonth()));
    }
}
