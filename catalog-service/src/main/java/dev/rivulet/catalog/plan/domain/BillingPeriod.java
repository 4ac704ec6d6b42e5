package dev.rivulet.catalog.plan.domain;

import dev.rivulet.kit.money.Money;
import java.math.BigDecimal;

/** What one price pays for. */
public enum BillingPeriod {
    DAY(365, 12),
    WEEK(365, 84),
    MONTH(1, 1),
    QUARTER(1, 3),
    HALF_YEAR(1, 6),
    YEAR(1, 12);

    private final BigDecimal perMonth;
    private final BigDecimal months;

    /** A month is a twelfth of a year of 365 days. */
    BillingPeriod(int periods, int inMonths) {
        this.perMonth = BigDecimal.valueOf(periods);
        this.months = BigDecimal.valueOf(inMonths);
    }

    /** The monthly recurring revenue of so many subscriptions at a price for this period, rounded once for all. */
    public Money monthly(Money price, long subscriptions) {
        return Money.round(
                price.decimal().multiply(BigDecimal.valueOf(subscriptions)).multiply(perMonth),
                months,
                price.currency());
    }
}
