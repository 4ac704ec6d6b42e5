package dev.rivulet.catalog.competitor;

/** Whether a battlecard is to be trusted. */
enum Freshness {
    CURRENT,
    /** Its review-by date has passed. */
    OVERDUE
}
