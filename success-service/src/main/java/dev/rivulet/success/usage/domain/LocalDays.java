package dev.rivulet.success.usage.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/**
 * Days of a zone as half-open spans of time from one local midnight to the next. That is the local date of an instant,
 * except where a clock set back across midnight repeats the end of the day before: the day that has begun goes on.
 */
public final class LocalDays {

    private LocalDays() {}

    public static LocalDate of(Instant time, ZoneId zone) {
        var date = LocalDate.ofInstant(time, zone);
        var next = date.plusDays(1);
        return time.isBefore(start(next, zone)) ? date : next;
    }

    /** The beginnings of the days from first to last, both included, in order. */
    public static List<Instant> starts(LocalDate first, LocalDate last, ZoneId zone) {
        return first.datesUntil(last.plusDays(1)).map(day -> start(day, zone)).toList();
    }

    private static Instant start(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant();
    }
}
