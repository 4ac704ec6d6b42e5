package dev.rivulet.subscription.metrics.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/**
 * How a subscription's monthly revenue becomes something on a day. What is booked of later days already is taken back
 * on those days, so that the revenue of every day from then on is the new one, and that of the days before stays.
 */
public final class RevenueMove {

    /** A part of a move: by how much the revenue changes from a day on. */
    public record Part(LocalDate on, long change) {}

    private RevenueMove() {}

    /**
     * The parts of a move, none when nothing changes; a part is never zero.
     *
     * @param booked changes of the subscription so far, by day
     * @param becomes its revenue from the day on
     */
    public static List<Part> parts(SortedMap<LocalDate, Long> booked, LocalDate on, long becomes) {
        if (becomes < 0) {
            throw new IllegalArgumentException("revenue of " + becomes);
        }
        var parts = new ArrayList<Part>();
        var before = 0L;
        var later = new ArrayList<Part>();
        for (var change : booked.entrySet()) {
            if (!change.getKey().isAfter(on)) {
                before = Math.addExact(before, change.getValue());
            } else if (change.getValue() != 0) {
                later.add(new Part(change.getKey(), Math.negateExact(change.getValue())));
            }
        }
        if (becomes != before) {
            parts.add(new Part(on, Math.subtractExact(becomes, before)));
        }
        parts.addAll(later);
        return parts;
    }
}
