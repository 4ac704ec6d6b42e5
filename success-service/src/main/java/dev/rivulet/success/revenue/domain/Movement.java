package dev.rivulet.success.revenue.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.UUID;

/**
 * A movement of one account's recurring revenue.
 *
 * @param on first day it holds, in the account's zone
 * @param minor by how much, in minor units; negative for a loss
 * @param recordedAt when it became known
 */
public record Movement(UUID id, LocalDate on, MovementKind kind, long minor, Instant recordedAt)
        implements Comparable<Movement> {

    private static final Comparator<Movement> ORDER = Comparator.comparing(Movement::on)
            .thenComparing(Movement::recordedAt)
            .thenComparing(Movement::id);

    YearMonth month() {
        return YearMonth.from(on);
    }

    /** Whether its month was over everywhere before it became known. */
    public boolean isLate() {
        return MonthClose.closesAt(month()).isBefore(recordedAt);
    }

    @Override
    public int compareTo(Movement other) {
        return ORDER.compare(this, other);
    }
}
