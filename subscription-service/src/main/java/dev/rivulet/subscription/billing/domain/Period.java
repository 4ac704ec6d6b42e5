package dev.rivulet.subscription.billing.domain;

import java.time.LocalDate;

/** Days from start up to, not including, end. */
public record Period(LocalDate start, LocalDate end) {

    public Period {
        if (!start.isBefore(end)) {
            throw new IllegalArgumentException("a period from " + start + " to " + end + " has no day");
        }
    }

    public boolean contains(LocalDate day) {
        return !day.isBefore(start) && day.isBefore(end);
    }
}
