package dev.rivulet.subscription.deal;

/** Why a deal was lost. */
public enum LossReason {
    PRICE,
    COMPETITOR,
    /** They go on as they always have. */
    TRADITIONAL_WAY,
    NO_BUDGET,
    NO_DECISION,
    MISSING_FEATURE,
    NOT_A_FIT,
    OTHER
}
