package dev.rivulet.success.task;

/** What set a task off. */
public enum TaskKind {
    /** A score, or one of its components, is low or has fallen. */
    SCORE_LOW,
    /** Somebody answered a survey badly. */
    LOW_ANSWER,
    /** A promised benefit was not confirmed in time. */
    PROMISE_OVERDUE,
    /** A cohort moved sharply; about no customer in particular. */
    COHORT_CASE,
    /** The step of a journey. */
    JOURNEY_STEP,
    /** An invoice is overdue, or the customer suspended. */
    PAYMENT_OVERDUE,
    /** Less is consumed than before, or licences lie idle. */
    USAGE_DROP,
    /** The customer may need more than it has bought. */
    EXPANSION,
    /** A subscription comes up for renewal, or ends. */
    RENEWAL,
    /** Somebody wrote it down. */
    MANUAL
}
