package dev.rivulet.success.message.domain;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * Local hours in which nobody is disturbed; they may go over midnight. The same time twice: there are none.
 *
 * @param until the first minute that is allowed again
 */
public record QuietHours(LocalTime from, LocalTime until) {

    /** The time itself where it is allowed, else the end of the quiet hours that it lies in. */
    public Instant next(Instant time, ZoneId zone) {
        var local = time.atZone(zone);
        if (!isQuiet(local.toLocalTime())) {
            return time;
        }
        var day = local.toLocalTime().isBefore(until)
                ? local.toLocalDate()
                : local.toLocalDate().plusDays(1);
        // An end that summer time leaves out is moved behind the gap; of one that comes twice the next is meant.
        var end = day.atTime(until).atZone(zone);
        return (end.toInstant().isBefore(time) ? end.withLaterOffsetAtOverlap() : end).toInstant();
    }

    private boolean isQuiet(LocalTime time) {
        return from.isBefore(until)
                ? !time.isBefore(from) && time.isBefore(until)
                : !from.equals(until) && (!time.isBefore(from) || time.isBefore(until));
    }
}
