package dev.rivulet.catalog.plan.domain;

/** What a new version means for those who subscribed to an older one. */
public enum RolloutPolicy {
    /** They keep the version they signed. */
    NEW_ONLY,
    /** They change with their next period. */
    AT_RENEWAL,
    /** They change with the first period that begins on a given day or later. */
    FROM
}
