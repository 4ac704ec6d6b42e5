package dev.rivulet.subscription.rating.domain;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;

/**
 * Where the periods of a subscription begin. Every beginning is reckoned from the anchor: adding month to month would
 * turn the 31st into the 28th for ever.
 *
 * @param first the beginning of period 0; others lie before and after it
 * @param day the day of month asked for; a shorter month begins its period on its last day
 */
public record Anchor(BillingPeriod period, LocalDate first, int day) {

    public Anchor {
        if (day < 1 || day > 31) {
            throw new IllegalArgumentException("day " + day + " of a month");
        }
        if (period.months() > 0 && !first.equals(clamped(YearMonth.from(first), day))) {
            throw new IllegalArgumentException("an anchor on day " + day + " is not " + first);
        }
    }

    /** Periods begin where the subscription does. */
    public static Anchor anniversary(BillingPeriod period, LocalDate start) {
        return new Anchor(period, start, start.getDayOfMonth());
    }

    /** Periods begin at a day that may lie far in the past. */
    public static Anchor at(BillingPeriod period, LocalDate date) {
        return anniversary(period, date);
    }

    /** Periods begin on a day of the month, first on the first such day that is not before the start. */
    public static Anchor billingDay(BillingPeriod period, LocalDate start, int day) {
        if (period.months() == 0) {
            return anniversary(period, start);
        }
        var month = YearMonth.from(start);
        var inMonth = clamped(month, day);
        return new Anchor(period, inMonth.isBefore(start) ? clamped(month.plusMonths(1), day) : inMonth, day);
    }

    /** Weeks begin on Monday, months on the 1st, longer periods where the calendar's do. */
    public static Anchor calendar(BillingPeriod period, LocalDate start) {
        return switch (period) {
            case DAY -> anniversary(period, start);
            case WEEK -> anniversary(period, start.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)));
            case MONTH, QUARTER, HALF_YEAR, YEAR -> {
                var months = (start.getMonthValue() - 1) / period.months() * period.months();
                yield new Anchor(period, LocalDate.of(start.getYear(), months + 1, 1), 1);
            }
        };
    }

    /** The same anchor for periods of another length, as when the plan changes. */
    public Anchor withPeriod(BillingPeriod other) {
        // A week's anchor has no day of month of its own: the date's is as good as any.
        return period.months() == 0 ? anniversary(other, first) : new Anchor(other, first, day);
    }

    /** The same periods, counted from one of them on: those of another length begin there too. */
    public Anchor countedFrom(LocalDate start) {
        return new Anchor(period, start, period.months() == 0 ? start.getDayOfMonth() : day);
    }

    /** Whether another has the same periods, from wherever it counts them. */
    boolean hasPeriodsOf(Anchor other) {
        return period == other.period
                && (period.months() == 0 || day == other.day)
                && date(indexAt(other.first)).equals(other.first);
    }

    /** The first day of period k. */
    public LocalDate date(long k) {
        return period.months() == 0
                ? first.plusDays(Math.multiplyExact(k, period.days()))
                : clamped(YearMonth.from(first).plusMonths(Math.multiplyExact(k, period.months())), day);
    }

    /** The number of the period that a day falls into. */
    public long indexAt(LocalDate date) {
        if (period.months() == 0) {
            return Math.floorDiv(ChronoUnit.DAYS.between(first, date), (long) period.days());
        }
        var k = Math.floorDiv(
                ChronoUnit.MONTHS.between(YearMonth.from(first), YearMonth.from(date)), (long) period.months());
        return date(k).isAfter(date) ? k - 1 : k;
    }

    public Period period(long k) {
        return new Period(date(k), date(k + 1));
    }

    public Period periodAt(LocalDate date) {
        return period(indexAt(date));
    }

    private static LocalDate clamped(YearMonth month, int day) {
        return month.atDay(Math.min(day, month.lengthOfMonth()));
    }
}
