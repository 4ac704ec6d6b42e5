package dev.rivulet.success.revenue.domain;

import java.time.Instant;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneOffset;

/**
 * When a month is over: at 12:00 UTC of the day after, when it has ended in every zone. What is reported of a month is
 * what was known by then; whatever becomes known later is a correction of it.
 */
public final class MonthClose {

    private static final LocalTime OVER_EVERYWHERE = LocalTime.NOON;

    private MonthClose() {}

    public static Instant closesAt(YearMonth month) {
        return month.plusMonths(1).atDay(1).atTime(OVER_EVERYWHERE).toInstant(ZoneOffset.UTC);
    }

    /** The last month that is closed at that time. */
    public static YearMonth lastClosed(Instant now) {
        var month = YearMonth.from(now.atOffset(ZoneOffset.UTC)).minusMonths(1);
        return closesAt(month).isAfter(now) ? month.minusMonths(1) : month;
    }
}
