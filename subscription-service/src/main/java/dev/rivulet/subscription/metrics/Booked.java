package dev.rivulet.subscription.metrics;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** What is booked of a subscription: by how much its revenue has changed on which days, and what brought it about. */
final class Booked {

    private record Source(String cause, LocalDate on) {}

    private final Set<Source> sources = new HashSet<>();
    private final SortedMap<LocalDate, Long> byDay = new TreeMap<>();

    void add(String cause, LocalDate on, LocalDate movedOn, long change) {
        sources.add(new Source(cause, on));
        byDay.merge(movedOn, change, Math::addExact);
    }

    boolean has(String cause, LocalDate on) {
        return sources.contains(new Source(cause, on));
    }

    SortedMap<LocalDate, Long> byDay() {
        return byDay;
    }
}
