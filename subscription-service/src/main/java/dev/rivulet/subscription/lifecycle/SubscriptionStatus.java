package dev.rivulet.subscription.lifecycle;

/** Where a subscription stands. */
public enum SubscriptionStatus {
    /** Runs, has yet to begin, or runs out at a known end. */
    ACTIVE,
    /** Not served, because its payer is in arrears; goes on being what it was otherwise. */
    SUSPENDED,
    /** Its last period is over. */
    CANCELLED
}
