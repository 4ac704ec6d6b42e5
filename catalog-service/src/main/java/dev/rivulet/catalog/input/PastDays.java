package dev.rivulet.catalog.input;

import dev.rivulet.kit.clock.TenantClock;
import dev.rivulet.kit.problem.Rejected;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Days on which something is said to have happened, wherever it did. */
@Singleton
public class PastDays {

    /** A day that has begun anywhere on earth is not in the future. */
    private static final ZoneOffset EARLIEST_ZONE = ZoneOffset.ofHours(14);

    private final TenantClock clock;

    PastDays(TenantClock clock) {
        this.clock = clock;
    }

    /** The day, refused when it has begun nowhere yet. */
    public LocalDate begun(LocalDate day, String pointer) {
        if (day.isAfter(clock.today(EARLIEST_ZONE))) {
            throw Rejected.unprocessable("date-in-future", pointer, day);
        }
        return day;
    }
}
