package dev.rivulet.success.digest.domain;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;

/** A week of ISO 8601 in UTC, written like 2026-W12. */
public record Week(LocalDate monday) implements Comparable<Week> {

    /** So much later a week closes, so that what is heard of late is still in it. */
    private static final Duration GRACE = Duration.ofHours(6);

    private static final LocalDate FIRST = LocalDate.of(2000, 1, 3);
    private static final LocalDate LAST = LocalDate.of(2099, 12, 28);

    public Week {
        if (monday.getDayOfWeek() != DayOfWeek.MONDAY) {
            throw new IllegalArgumentException("no Monday: " + monday);
        }
    }

    /** Empty for what is no week of 2000 to 2099. */
    public static Optional<Week> parse(String text) {
        if (!text.matches("\\d{4}-W\\d{2}")) {
            return Optional.empty();
        }
        try {
            var monday = LocalDate.parse(text + "-1", DateTimeFormatter.ISO_WEEK_DATE);
            return monday.isBefore(FIRST) || monday.isAfter(LAST) ? Optional.empty() : Optional.of(new Week(monday));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    public static Week of(Instant time) {
        return new Week(
                LocalDate.ofInstant(time, ZoneOffset.UTC).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)));
    }

    /** The latest that is closed at the time. */
    public static Week lastClosed(Instant time) {
        return of(time.minus(GRACE)).plus(-1);
    }

    public Week plus(int weeks) {
        return new Week(monday.plusWeeks(weeks));
    }

    public long until(Week other) {
        return ChronoUnit.WEEKS.between(monday, other.monday);
    }

    public Instant begin() {
        return monday.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /** The beginning of the next one. */
    public Instant end() {
        return plus(1).begin();
    }

    @Override
    public int compareTo(Week other) {
        return monday.compareTo(other.monday);
    }

    @Override
    public String toString() {
        return monday.format(DateTimeFormatter.ISO_WEEK_DATE).substring(0, 8);
    }
}
