package dev.rivulet.subscription.lifecycle;

/** Where a subscription stands. */
public enum SubscriptionStatus {
    /** Runs, has yet to begin, or runs out at a known end. */
    ACTIVE,
    /** Its last period is over. */
    CANCELLED
}
