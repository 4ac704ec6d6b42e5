package dev.rivulet.catalog.plan;

/** What one price pays for. */
enum BillingPeriod {
    MONTH
}
