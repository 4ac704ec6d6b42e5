package dev.rivulet.catalog.input;

import dev.rivulet.kit.clock.DayEdges;
import dev.rivulet.kit.clock.TenantClock;
import dev.rivulet.kit.problem.Rejected;
import jakarta.inject.Singleton;
import java.time.LocalDate;

/** Days on which something is said to have happened, wherever it did. */
@Singleton
public class PastDays {

    private final TenantClock clock;

    PastDays(TenantClock clock) {
        this.clock = clock;
    }

    /** The day, refused when it has begun nowhere yet. */
    public LocalDate begun(LocalDate day, String pointer) {
        if (day.isAfter(clock.today(DayEdges.FIRST))) {
            throw Rejected.unprocessable("date-in-future", pointer, day);
        }
        return day;
    }
}
