package dev.rivulet.success.survey.domain;

import java.time.LocalDate;

/** Every so many months from a first day; each date is counted from the first, so that the 31st returns. */
public record Recurrence(LocalDate first, int months) {

    public Recurrence {
        if (months < 1) {
            throw new IllegalArgumentException("every " + months + " months");
        }
    }

    public LocalDate date(int occurrence) {
        return first.plusMonths((long) months * occurrence);
    }

    /**
     * The latest occurrence that is due of those from {@code next} on, which itself must be. Those between were missed
     * while nobody looked, and nobody is asked twice at once for their sake.
     */
    public int latestDue(int next, LocalDate today) {
        var latest = next;
        while (!date(latest + 1).isAfter(today)) {
            latest++;
        }
        return latest;
    }
}
