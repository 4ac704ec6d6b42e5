package dev.rivulet.success.release.domain;

import java.time.LocalDate;

/**
 * So many days before a day and so many after it. The day itself is in neither: part of it was before and part after.
 *
 * @param day local to the customer
 */
public record Windows(LocalDate day, int days) {

    public Windows {
        if (days < 1) {
            throw new IllegalArgumentException("windows of " + days + " days");
        }
    }

    public LocalDate firstBefore() {
        return day.minusDays(days);
    }

    public LocalDate firstAfter() {
        return day.plusDays(1);
    }

    public LocalDate lastAfter() {
        return day.plusDays(days);
    }

    /** Whether all that comes after is known. */
    public boolean isOverOn(LocalDate today) {
        return today.isAfter(lastAfter());
    }
}
