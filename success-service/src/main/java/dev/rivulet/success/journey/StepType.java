package dev.rivulet.success.journey;

/** What a step does. */
public enum StepType {
    /** Opens a task for the customer's manager. */
    TASK,
    /** Writes to the customer's people. */
    MESSAGE,
    /** Lets days pass. */
    WAIT,
    /** Waits for the customer's first subscription to begin. */
    AWAIT_SUBSCRIPTION,
    /** Goes one way or the other. */
    CONDITION,
    /** Tells another system of the tenant. */
    WEBHOOK,
    /** Looks whether the journey has reached what it is for. */
    REVIEW
}
