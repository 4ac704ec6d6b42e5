package dev.rivulet.subscription.rating.domain;

/** Why there is a charge. */
public enum Reason {
    /** What was bought costs this for these days. */
    RECURRING,
    /** What was used costs this. */
    USAGE,
    /** Usage cost less than its minimum. */
    TRUE_UP,
    /** A plan's charges of a period were less than was committed to. */
    COMMITMENT_TRUE_UP,
    /** Days charged in advance were not used. */
    CREDIT,
    /** Usage of a period that is not over yet cost enough to be asked for at once; its charge at the end is for the rest. */
    USAGE_SO_FAR,
    /** Usage became known after it was charged. */
    USAGE_ADJUSTMENT,
    /** Charged once, apart from any plan. */
    ONE_OFF
}
