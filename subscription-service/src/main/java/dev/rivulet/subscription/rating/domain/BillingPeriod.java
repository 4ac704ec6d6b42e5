package dev.rivulet.subscription.rating.domain;

/** How long one price pays for. */
public enum BillingPeriod {
    DAY(1, 0),
    WEEK(7, 0),
    MONTH(0, 1),
    QUARTER(0, 3),
    HALF_YEAR(0, 6),
    YEAR(0, 12);

    private final int days;
    private final int months;

    BillingPeriod(int days, int months) {
        this.days = days;
        this.months = months;
    }

    /** Length in days; zero when it is one of whole months. */
    int days() {
        return days;
    }

    /** Length in months; zero when it is one of whole days. */
    int months() {
        return months;
    }
}
