package dev.rivulet.success.input;

import dev.rivulet.kit.problem.Rejected;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What callers say has happened has: a clock that is a little ahead is forgiven, the future refused. */
public final class Happened {

    /** By how much the clocks of callers may differ. */
    public static final Duration SKEW = Duration.ofMinutes(5);

    private Happened() {}

    /**
     * The time that was said, or now where none was or that is still to come by a little.
     *
     * @param pointer to where the time was said, for 400 {@code time-in-future}
     */
    public static Instant at(@Nullable Instant said, Instant now, String pointer) {
        if (said == null) {
            return now;
        }
        if (said.isAfter(now.plus(SKEW))) {
            throw Rejected.invalid("time-in-future", pointer, now);
        }
        return said.isAfter(now) ? now : said;
    }

    /** The same of a day, which is over or today where it is meant. */
    public static LocalDate on(LocalDate said, LocalDate today, String pointer) {
        if (said.isAfter(today)) {
            throw Rejected.invalid("time-in-future", pointer, today);
        }
        return said;
    }
}
