package dev.rivulet.subscription.rating.domain;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** Days from start up to, not including, end: one at least. */
public record Period(LocalDate start, LocalDate end) {

    public Period {
        if (!start.isBefore(end)) {
            throw new IllegalArgumentException("a period from " + start + " to " + end + " has no day");
        }
    }

    public int days() {
        return Math.toIntExact(ChronoUnit.DAYS.between(start, end));
    }

    public boolean contains(LocalDate day) {
        return !day.isBefore(start) && day.isBefore(end);
    }

    public boolean contains(Period other) {
        return !other.start.isBefore(start) && !other.end.isAfter(end);
    }
}
