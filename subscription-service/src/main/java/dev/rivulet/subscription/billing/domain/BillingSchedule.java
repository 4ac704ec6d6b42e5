package dev.rivulet.subscription.billing.domain;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * The months a subscription is charged for, counted from its anchor. Period k begins at {@code anchor + k months},
 * reckoned from the anchor each time: adding month to month would turn the 31st into the 28th for ever.
 */
public record BillingSchedule(LocalDate anchor) {

    /** Charging begins when the trial is over. */
    public static BillingSchedule after(LocalDate startDate, int trialDays) {
        if (trialDays < 0) {
            throw new IllegalArgumentException("negative trial: " + trialDays);
        }
        return new BillingSchedule(startDate.plusDays(trialDays));
    }

    /** First day of period k, k from 0. */
    public LocalDate start(int k) {
        if (k < 0) {
            throw new IllegalArgumentException("no period " + k);
        }
        return anchor.plusMonths(k);
    }

    public Period period(int k) {
        return new Period(start(k), start(k + 1));
    }

    /** First day after the period that holds the day; before the anchor nothing is charged, so the anchor itself. */
    public LocalDate endOfPeriodAt(LocalDate day) {
        if (day.isBefore(anchor)) {
            return anchor;
        }
        // Whole months between clamped days may be one short (31 Jan to 28 Feb is none), never too many.
        var k = Math.toIntExact(ChronoUnit.MONTHS.between(anchor, day));
        while (!period(k).contains(day)) {
            k++;
        }
        return period(k).end();
    }
}
