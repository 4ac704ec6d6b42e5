package dev.rivulet.local.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The days at which the demo tenant's clock stops. They are fixed, so that a load continued on another day tells the
 * same story.
 */
final class Timeline {

    static final LocalDate LAST_DAY = LocalDate.of(2025, 12, 31);

    /** The clock's last move: where it stands there, the load is complete. */
    static final Instant LOADED = noon(LAST_DAY).plusSeconds(3_600);

    private static final int YEAR = 2025;
    private static final int LAST_MONTH_OF_SALES = 5;
    private static final int REVIEW_DAY = 15;

    private Timeline() {}

    /** Noon in Greenwich, when the date is the same in all the zones of the demo's customers. */
    static Instant noon(LocalDate day) {
        return day.atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC);
    }

    /** The days on which customers sign, the ends of months among them. */
    static List<LocalDate> salesDays() {
        return IntStream.rangeClosed(1, LAST_MONTH_OF_SALES)
                .boxed()
                .flatMap(Timeline::salesDays)
                .toList();
    }

    private static Stream<LocalDate> salesDays(int month) {
        var first = LocalDate.of(YEAR, month, 1);
        return Stream.concat(weeks(month), Stream.of(first.withDayOfMonth(first.lengthOfMonth())));
    }

    private static Stream<LocalDate> weeks(int month) {
        return Stream.of(1, 8, REVIEW_DAY, 22).map(day -> LocalDate.of(YEAR, month, day));
    }

    /** The days on which existing customers buy more. */
    static List<LocalDate> expansionDays() {
        return IntStream.rangeClosed(LAST_MONTH_OF_SALES + 1, 9)
                .boxed()
                .flatMap(Timeline::weeks)
                .toList();
    }

    /** The days on which the success managers go through their tasks. */
    static boolean isReview(LocalDate day) {
        return day.getDayOfMonth() == REVIEW_DAY;
    }

    /** All stops, in order; close enough to each other that who pays at once is never seen as late. */
    static List<LocalDate> stops() {
        var later = IntStream.rangeClosed(LAST_MONTH_OF_SALES + 1, 12).boxed().flatMap(Timeline::weeks);
        return Stream.of(salesDays().stream(), later, Stream.of(LAST_DAY))
                .flatMap(days -> days)
                .toList();
    }
}
