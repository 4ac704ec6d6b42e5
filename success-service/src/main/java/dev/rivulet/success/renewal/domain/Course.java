package dev.rivulet.success.renewal.domain;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What decides when a subscription comes up for renewal. One whose end is decided comes up on that day, whatever its
 * period: unless something happens, it is lost then. One that runs on and is paid by the year comes up whenever a year of
 * it is over. One that runs on and is paid by a shorter period never comes up: it may be ended at any time, and its
 * months are the cohorts' business.
 *
 * @param end the first day it no longer runs; null while it runs on
 * @param years where its years begin; null for shorter periods
 */
public record Course(
        LocalDate start, @Nullable LocalDate end, @Nullable Anniversary years) {

    /** The first day from {@code from} on on which it comes up; years before the first whole one do not count. */
    public Optional<LocalDate> next(LocalDate from) {
        if (end != null) {
            return end.isBefore(from) ? Optional.empty() : Optional.of(end);
        }
        if (years == null) {
            return Optional.empty();
        }
        var whole = later(start, years.first()).plusDays(1);
        return Optional.of(years.notBefore(later(from, whole)));
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? other : one;
    }
}
