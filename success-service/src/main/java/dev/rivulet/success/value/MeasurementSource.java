package dev.rivulet.success.value;

/** Where a measurement comes from. */
public enum MeasurementSource {
    /** Somebody said so. */
    MANUAL,
    /** The mean of a survey's answers by the customer's people, each person's latest. */
    SURVEY_MEAN,
    /** How much was used of a metric, over all users. */
    USAGE_SUM,
    /** How many users used a metric, or anything. */
    USAGE_USERS,
    /** On how many days a metric, or anything, was used. */
    USAGE_DAYS,
    /** How much was used of a metric for each user of it; two decimals. */
    USAGE_PER_USER,
    /** Users of anything for each seat bought, on the last day; four decimals, above 1 when more use it. */
    LICENCE_SHARE;

    boolean isOfUsage() {
        return this != MANUAL && this != SURVEY_MEAN;
    }

    boolean takesAMetric() {
        return isOfUsage() && this != LICENCE_SHARE;
    }

    boolean needsAMetric() {
        return this == USAGE_SUM || this == USAGE_PER_USER;
    }
}
