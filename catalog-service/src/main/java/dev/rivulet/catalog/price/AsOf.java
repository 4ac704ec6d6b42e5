package dev.rivulet.catalog.price;

import dev.rivulet.kit.problem.Rejected;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** The instants that prices are recorded at and asked for. */
final class AsOf {

    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    private AsOf() {}

    /** As the database keeps it: PostgreSQL would round a finer instant, perhaps past a change. */
    static @Nullable Instant of(@Nullable Instant asked, String pointer) {
        if (asked == null) {
            return null;
        }
        if (asked.isBefore(EARLIEST) || asked.isAfter(LATEST)) {
            throw Rejected.invalid("value-out-of-range", pointer);
        }
        return asked.truncatedTo(ChronoUnit.MICROS);
    }
}
