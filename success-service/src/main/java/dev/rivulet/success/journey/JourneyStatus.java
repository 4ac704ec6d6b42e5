package dev.rivulet.success.journey;

/** Whether an edition of a journey may still change. */
public enum JourneyStatus {
    /** It may, and nobody is on it. */
    DRAFT,
    /** It never changes; customers are enrolled in the latest one of a key. */
    PUBLISHED
}
